package app.lunaria.planted.a7;

import software.amazon.awssdk.services.kms.KmsAsyncClient;

class CallsKmsItself {
  KmsAsyncClient client;
}
