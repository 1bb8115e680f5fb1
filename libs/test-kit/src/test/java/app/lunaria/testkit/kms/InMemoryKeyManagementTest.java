package app.lunaria.testkit.kms;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.kms.GeneratedKey;
import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.kms.KeyState;
import org.junit.jupiter.api.Test;

class InMemoryKeyManagementTest extends InMemoryContract {
  @Test
  void aKeyPendingDeletionIsRefusedAndThenGone() {
    KeyArn key = newKey();
    GeneratedKey generated = Answer.of(mine.generate(key, CONTEXT));

    mine.scheduleDeletion(key);

    assertThat(Answer.failure(mine.decrypt(key, CONTEXT, generated.ciphertext())))
        .isEqualTo(Reason.REFUSED);
    assertThat(Answer.of(mine.describe(key))).isEqualTo(KeyState.PENDING_DELETION);

    mine.delete(key);

    assertThat(Answer.of(mine.describe(key))).isEqualTo(KeyState.GONE);
  }
}
