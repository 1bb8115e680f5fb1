package app.lunaria.local.stack.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportedPlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,linux-x86_64",
    "Linux,x86_64,linux-x86_64",
    "Linux,aarch64,linux-arm_64",
    "Mac OS X,x86_64,darwin-x86_64",
    "Mac OS X,aarch64,darwin-arm_64"
  })
  void aSupportedPlatformHasAnArchive(String system, String architecture, String name) {
    assertThat(SupportedPlatform.objection(system, architecture)).isEmpty();
    assertThat(SupportedPlatform.name(system, architecture)).hasValue(name);
  }

  @ParameterizedTest
  @CsvSource({"Linux,riscv64", "Windows 11,amd64"})
  void anotherPlatformIsToldSoInOneSentence(String system, String architecture) {
    assertThat(SupportedPlatform.objection(system, architecture))
        .hasValue(
            "the local stack runs on Linux and macOS, x86-64 and arm64, and this is "
                + system
                + " "
                + architecture);
  }
}
