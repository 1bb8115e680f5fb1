package app.lunaria.planted.a7;

import org.jose4j.jws.JsonWebSignature;

class ReadsTokensItself {
  JsonWebSignature token;
}
