package app.lunaria.bench.sealing;

import app.lunaria.envelope.Binding;
import app.lunaria.envelope.DataKey;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Envelope;
import app.lunaria.envelope.Environment;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.SubjectId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.IntSupplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** How a document of 1 KiB is sealed and opened again. */
enum Operation {
  /** By our envelope: keys derived for each document, padding, commitment and AES-256-GCM. */
  ENVELOPE {
    @Override
    IntSupplier prepare() {
      Envelope envelope = new Envelope();
      DataKey key = DataKey.random();
      DekId dekId = DekId.random();
      Binding binding =
          new Binding(
              Environment.DEV,
              ServiceName.of("cycle"),
              "journal-day",
              "document",
              SubjectId.of(random(32)),
              new byte[16]);
      byte[] document = new byte[DOCUMENT];
      return () ->
          envelope.open(key, dekId, binding, envelope.seal(key, dekId, binding, document)).length;
    }
  },
  /** By AES-256-GCM of the JDK alone, with an object of each kind made anew for each call. */
  JCA {
    @Override
    IntSupplier prepare() {
      byte[] key = random(32);
      byte[] document = new byte[DOCUMENT];
      return () -> {
        byte[] iv = random(12);
        return gcm(Cipher.DECRYPT_MODE, key, iv, gcm(Cipher.ENCRYPT_MODE, key, iv, document))
            .length;
      };
    }
  };

  static final int DOCUMENT = 1024;

  /** The operation, which gives back how much was opened. */
  abstract IntSupplier prepare();

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] gcm(int mode, byte[] key, byte[] iv, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
