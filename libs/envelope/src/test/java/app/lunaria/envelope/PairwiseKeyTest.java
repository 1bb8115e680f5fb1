package app.lunaria.envelope;

import static app.lunaria.envelope.FrozenCases.hex;
import static app.lunaria.envelope.FrozenCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairwiseKeyTest {
  static List<JsonNode> vectors() {
    return FrozenCases.vectors("pairwise", 4);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void anAccountHasThisPseudonymAtThisService(JsonNode vector) {
    PairwiseKey key = PairwiseKey.of(FrozenCases.key(vector, "input", "pairwiseKey"));

    SubjectId subject =
        key.subject(
            FrozenCases.ENV,
            ServiceName.of(text(vector, "input", "service")),
            AccountId.of(hex(vector, "input", "accountId")));

    assertThat(subject.bytes()).isEqualTo(hex(vector, "expect", "id"));
    assertThat(subject.text()).isEqualTo(text(vector, "expect", "text"));
    assertThat(SubjectId.parse(subject.text())).isEqualTo(subject);
  }

  @Test
  void theSameAccountHasAnotherPseudonymInEachEnvironmentAndService() {
    PairwiseKey key = PairwiseKey.of(KeyMaterial.random(32));
    AccountId account = AccountId.of(new byte[16]);

    List<SubjectId> subjects =
        Arrays.stream(Environment.values())
            .flatMap(
                env -> Arrays.stream(ServiceName.values()).map(s -> key.subject(env, s, account)))
            .toList();

    assertThat(subjects).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void aDestroyedKeyGivesNoPseudonymMore() {
    PairwiseKey key = PairwiseKey.of(KeyMaterial.random(32));
    key.destroy();

    assertThatThrownBy(
            () -> key.subject(Environment.TEST, ServiceName.USER, AccountId.of(new byte[16])))
        .isInstanceOf(KeyUnavailableException.class);
  }

  @Test
  void keysAndIdsOfAnotherLengthAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PairwiseKey.of(KeyMaterial.random(31)));
    assertThatIllegalArgumentException().isThrownBy(() -> AccountId.of(new byte[15]));
    assertThatIllegalArgumentException().isThrownBy(() -> SubjectId.of(new byte[33]));
    assertThatIllegalArgumentException().isThrownBy(() -> DekId.of(new byte[9]));
  }

  @Test
  void theZeroSubjectIsNoPerson() {
    assertThatIllegalArgumentException().isThrownBy(() -> SubjectId.of(new byte[32]));
    assertThatIllegalArgumentException().isThrownBy(() -> SubjectId.parse("A".repeat(43)));
  }

  @Test
  void theShardIsTheLowHalfOfTheFirstByte() {
    for (int first = 1; first < 256; first++) {
      byte[] bytes = new byte[32];
      bytes[0] = (byte) first;

      assertThat(SubjectId.of(bytes).shard()).isEqualTo(first % 16);
    }
  }
}
