package app.lunaria.testkit.kms;

import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.kms.KeyManagement;

/** The contract held against two accounts in memory. */
abstract class InMemoryContract extends KeyManagementContract {
  final InMemoryKeyManagement mine = new InMemoryKeyManagement("111111111111");
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
}
