package app.lunaria.testkit.kms;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.kms.GeneratedKey;
import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.kms.KeyManagement;
import app.lunaria.envelope.kms.KeyState;
import org.junit.jupiter.api.Test;

class InMemoryKeyManagementTest extends KeyManagementContract {
  private final InMemoryKeyManagement mine = new InMemoryKeyManagement("111111111111");
  private final InMemoryKeyManagement theirs = new InMemoryKeyManagement("222222222222");

  @Override
  protected KeyManagement keyManagement() {
    return mine;
  }

  @Override
  protected KeyManagement otherAccount() {
    return theirs;
  }

  @Override
  protected KeyArn newKey() {
    return mine.newKey();
  }

  @Override
  protected KeyArn newKeyOfOtherAccount() {
    return theirs.newKey();
  }

  @Override
  protected void disable(KeyArn key) {
    mine.disable(key);
  }

  @Override
  protected void enable(KeyArn key) {
    mine.enable(key);
  }

  @Override
  protected void down() {
    mine.down();
  }

  @Override
  protected void up() {
    mine.up();
  }

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
