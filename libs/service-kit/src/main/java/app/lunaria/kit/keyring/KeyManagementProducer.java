package app.lunaria.kit.keyring;

import app.lunaria.envelope.kms.KeyManagement;
import app.lunaria.envelope.kms.aws.AwsKeyManagement;
import io.quarkiverse.amazon.common.AmazonClient;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/**
 * Hands the extension's KMS clients, one an account, to the envelope; the only class here that
 * names the SDK.
 */
@Singleton
class KeyManagementProducer {

  @Produces
  @Singleton
  KeyManagement primary(KmsAsyncClient client) {
    return new AwsKeyManagement(client);
  }

  @Produces
  @Singleton
  @BackupAccount
  KeyManagement backup(@AmazonClient("backup") KmsAsyncClient client) {
    return new AwsKeyManagement(client);
  }
}
