package app.lunaria.envelope;

import app.lunaria.envelope.StoredRow.KeyRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A second reader of the envelope, written from the format alone, that leaves one check out. It
 * shows which of the frozen refusals would notice.
 */
final class FaultyReader {
  enum Check {
    LENGTH,
    VERSION,
    SUITE,
    DEK_ID,
    ERASED_WITHOUT_A_KEY_ROW,
    SUBJECT_OF_THE_KEY_ROW,
    COMMITMENT,
    TAG,
    LENGTH_INSIDE,
    ZEROS,
    LEAST_STEP
  }

  private static final int PREFIX = 66;
  private static final int TAG = 16;

  private final Optional<Check> leftOut;

  FaultyReader(Optional<Check> leftOut) {
    this.leftOut = leftOut;
  }

  String read(StoredRow row) {
    try {
      return outcome(row, row.sealed().bytes());
    } catch (GeneralSecurityException | RuntimeException unchecked) {
      return "crashed";
    }
  }

  private String outcome(StoredRow row, byte[] sealed) throws GeneralSecurityException {
    int step = sealed.length - PREFIX - TAG;
    boolean readable =
        passes(Check.LENGTH, step >= 512 && step <= 1 << 20 && (step & (step - 1)) == 0)
            && passes(Check.VERSION, sealed[0] == 1)
            && passes(Check.SUITE, sealed[1] == 1)
            && passes(
                Check.DEK_ID,
                Arrays.equals(Arrays.copyOfRange(sealed, 2, 10), row.dekId().bytes()));
    if (!readable) {
      return "damaged";
    }
    Optional<KeyRow> found = row.keyRow();
    if (found.isEmpty()) {
      return leftOut.equals(Optional.of(Check.ERASED_WITHOUT_A_KEY_ROW)) ? "damaged" : "erased";
    }
    boolean hers = found.get().subject().equals(row.binding().subject());
    return passes(Check.SUBJECT_OF_THE_KEY_ROW, hers)
            && opens(found.get().dek(), row.binding(), sealed)
        ? "opened"
        : "damaged";
  }

  private boolean opens(byte[] dek, Binding binding, byte[] sealed)
      throws GeneralSecurityException {
    byte[] keys = keys(dek, binding, sealed);
    boolean committed =
        Arrays.equals(Arrays.copyOfRange(sealed, 34, 66), Arrays.copyOfRange(keys, 32, 64));
    return passes(Check.COMMITMENT, committed)
        && passes(Check.TAG, verifies(keys, sealed))
        && isPadded(decrypted(keys, sealed));
  }

  private boolean isPadded(byte[] plaintext) {
    int length = ByteBuffer.wrap(plaintext).getInt();
    boolean fits = length >= 0 && length <= plaintext.length - 4;
    if (!passes(Check.LENGTH_INSIDE, fits)) {
      return false;
    }
    byte[] rest = fits ? Arrays.copyOfRange(plaintext, 4 + length, plaintext.length) : new byte[0];
    int least = 512;
    while (fits && least < 4 + length) {
      least *= 2;
    }
    return passes(Check.ZEROS, Arrays.equals(rest, new byte[rest.length]))
        && passes(Check.LEAST_STEP, !fits || least == plaintext.length);
  }

  private boolean passes(Check check, boolean holds) {
    return holds || leftOut.equals(Optional.of(check));
  }

  private static byte[] keys(byte[] dek, Binding binding, byte[] sealed)
      throws GeneralSecurityException {
    byte[] label = "\0\u0010lunaria/field/v1".getBytes(StandardCharsets.US_ASCII);
    byte[] info = joined(label, Arrays.copyOf(sealed, 10), binding.encoded());
    byte[] extracted = hmac(Arrays.copyOfRange(sealed, 10, 34), dek);
    byte[] one = hmac(extracted, joined(info, new byte[] {1}));
    byte[] two = hmac(extracted, joined(one, info, new byte[] {2}));
    byte[] three = hmac(extracted, joined(two, info, new byte[] {3}));
    return Arrays.copyOf(joined(one, two, three), 76);
  }

  private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  private static boolean verifies(byte[] keys, byte[] sealed) {
    return Gcm.open(Arrays.copyOf(keys, 32), Arrays.copyOfRange(keys, 64, 76), sealed, PREFIX)
        .isPresent();
  }

  /** GCM without its tag: counter mode from 2 on. */
  private static byte[] decrypted(byte[] keys, byte[] sealed) throws GeneralSecurityException {
    Cipher counter = Cipher.getInstance("AES/CTR/NoPadding");
    byte[] start = joined(Arrays.copyOfRange(keys, 64, 76), new byte[] {0, 0, 0, 2});
    counter.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(Arrays.copyOf(keys, 32), "AES"),
        new IvParameterSpec(start));
    return counter.doFinal(sealed, PREFIX, sealed.length - PREFIX - TAG);
  }

  private static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer all = ByteBuffer.allocate(length);
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }
}
