package app.lunaria.local.stack.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportedPlatformTest {
  @ParameterizedTest
  @CsvSource({"Linux,amd64", "Linux,x86_64"})
  void linuxOnX86Runs(String system, String architecture) {
    assertThat(SupportedPlatform.objection(system, architecture)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Mac OS X,aarch64", "Linux,aarch64", "Windows 11,amd64"})
  void anotherPlatformIsToldSoInOneSentence(String system, String architecture) {
    assertThat(SupportedPlatform.objection(system, architecture))
        .hasValue(
            "the local stack runs on Linux x86-64 only, and this is "
                + system
                + " "
                + architecture);
  }
}
