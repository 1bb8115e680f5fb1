package app.lunaria.local.stack.kms;

import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.kms.KeyManagement;
import app.lunaria.envelope.kms.aws.AwsKeyManagement;
import app.lunaria.testkit.kms.KeyManagementContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/** The adapter for AWS and this endpoint, held to the contract together. */
class AwsKeyManagementContractTest extends KeyManagementContract {
  private static EndpointUnderTest kms;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    kms = new EndpointUnderTest(folder.resolve("kms.json"));
  }

  @AfterAll
  static void stop() {
    kms.close();
  }

  @Override
  protected KeyManagement keyManagement() {
    return new AwsKeyManagement(kms.primary());
  }

  @Override
  protected KeyManagement otherAccount() {
    return new AwsKeyManagement(kms.backup());
  }

  @Override
  protected KeyArn newKey() {
    return newKey(kms.primary());
  }

  @Override
  protected KeyArn newKeyOfOtherAccount() {
    return newKey(kms.backup());
  }

  private static KeyArn newKey(KmsAsyncClient account) {
    return new KeyArn(account.createKey(r -> {}).join().keyMetadata().arn());
  }

  @Override
  protected void disable(KeyArn key) {
    kms.primary().disableKey(r -> r.keyId(key.text())).join();
  }

  @Override
  protected void enable(KeyArn key) {
    kms.primary().enableKey(r -> r.keyId(key.text())).join();
  }

  @Override
  protected void down() {
    kms.endpoint().setAway(true);
  }

  @Override
  protected void up() {
    kms.endpoint().setAway(false);
  }
}
