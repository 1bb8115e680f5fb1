package app.lunaria.envelope.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.ServiceName;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyContextTest {
  private static final String ARN =
      "arn:aws:kms:eu-central-1:111111111111:key/1f3a2b4c-0000-4000-8000-0123456789ab";

  @Test
  void theContextOfAKekHasFiveMembersAndDecimalNumbers() {
    KeyContext context = KeyContext.kek(ServiceName.CYCLE, Environment.STAGING, 2944, 15);

    assertThat(context.asMap())
        .isEqualTo(
            Map.of(
                "service", "cycle", "env", "staging", "purpose", "kek", "epoch", "2944", "shard",
                "15"));
  }

  @Test
  void theContextOfARootKeyHasFiveMembersOneOfThemMayBeEmpty() {
    KeyContext context = KeyContext.root(ServiceName.USER, Environment.DEV, "index-email", "", 1);

    assertThat(context.asMap())
        .isEqualTo(
            Map.of(
                "service",
                "user",
                "env",
                "dev",
                "purpose",
                "index-email",
                "name",
                "",
                "version",
                "1"));
  }

  @Test
  void theContextCannotBeChangedThroughTheMapItWasMadeOf() {
    TreeMap<String, String> rest = new TreeMap<>(Map.of("name", ""));
    KeyContext context = new KeyContext(ServiceName.USER, Environment.DEV, "token", rest);

    rest.put("name", "other");

    assertThat(context.asMap()).containsEntry("name", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "env", "purpose"})
  void aMemberWithAPlaceOfItsOwnIsRefusedAmongTheRest(String member) {
    TreeMap<String, String> rest = new TreeMap<>(Map.of(member, "x"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyContext(ServiceName.USER, Environment.DEV, "token", rest));
  }

  @Test
  void aPurposeOfAnotherFormIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyContext.root(ServiceName.USER, Environment.DEV, "Token", "", 1));
  }

  @Test
  void aFullArnSaysItsRegionAndAccount() {
    KeyArn key = new KeyArn(ARN);

    assertThat(key.region()).isEqualTo("eu-central-1");
    assertThat(key.account()).isEqualTo("111111111111");
    assertThat(key).hasToString(ARN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1f3a2b4c-0000-4000-8000-0123456789ab",
        "alias/user-root",
        "arn:aws:kms:eu-central-1:111111111111:alias/user-root",
        "arn:aws:kms:eu-central-1:1111:key/1f3a2b4c",
        "arn:aws:s3:eu-central-1:111111111111:key/1f3a2b4c",
        "arn:aws:kms:eu-central-1:111111111111:key/1f3a2b4c\n",
        "arn:aws:kms:eu-central-1:111111111111:key/",
      })
  void anythingButAFullArnIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyArn(text));
  }
}
