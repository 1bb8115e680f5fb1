package app.lunaria.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

  @Test
  void theLibraryGivesTheVectorOfRfc9106() {
    // RFC 9106, section 5.3
    byte[] password = new byte[32];
    java.util.Arrays.fill(password, (byte) 1);
    byte[] salt = new byte[16];
    java.util.Arrays.fill(salt, (byte) 2);
    byte[] secret = new byte[8];
    java.util.Arrays.fill(secret, (byte) 3);
    byte[] additional = new byte[12];
    java.util.Arrays.fill(additional, (byte) 4);
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(salt)
            .withSecret(secret)
            .withAdditional(additional)
            .build());
    byte[] tag = new byte[32];

    generator.generateBytes(password, tag);

    assertThat(HexFormat.of().formatHex(tag))
        .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  @Test
  void aHashNamesItsCostsAndMatchesItsPasswordOnly() {
    String hash = PasswordHash.of("a long one, please", SALT, PasswordHash.LEAST_MEMORY_KIB);

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$");
    assertThat(PasswordHash.matches(hash, "a long one, please")).isTrue();
    assertThat(PasswordHash.matches(hash, "a long one, pleasE")).isFalse();
    assertThat(PasswordHash.matches(hash, "")).isFalse();
  }

  /** Frozen: what an earlier release stored is verified for ever. */
  @Test
  void aHashOfAnEarlierReleaseWithOtherCostsIsStillVerified() {
    String frozen =
        "$argon2id$v=19$m=256,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$" + hashOf(256, "an older password!");

    assertThat(PasswordHash.matches(frozen, "an older password!")).isTrue();
    assertThat(PasswordHash.matches(frozen, "an older password?")).isFalse();
  }

  @Test
  void theSamePasswordTypedOnAnotherKeyboardMatches() {
    String hash =
        PasswordHash.of("caf\u00e9 by the riverside", SALT, PasswordHash.LEAST_MEMORY_KIB);

    assertThat(PasswordHash.matches(hash, "cafe\u0301 by the riverside")).isTrue();
  }

  @Test
  void anythingElseThanAHashIsRefused() {
    assertThatThrownBy(() -> PasswordHash.matches("$argon2i$v=19$m=1,t=1,p=1$a$b", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an Argon2id hash");
  }

  private static String hashOf(int memoryKib, String password) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(1)
            .withParallelism(1)
            .withSalt(SALT)
            .build());
    byte[] hash = new byte[32];
    generator.generateBytes(password.getBytes(java.nio.charset.StandardCharsets.UTF_8), hash);
    return java.util.Base64.getEncoder().withoutPadding().encodeToString(hash);
  }
}
