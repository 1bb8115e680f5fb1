package app.lunaria.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({"DEV,dev", "TEST,test", "TRIAL,trial", "STAGING,staging", "PRODUCTION,production"})
  void anEnvironmentIsReadFromItsName(Environment env, String text) {
    assertThat(env.text()).isEqualTo(text);
    assertThat(Environment.of(text)).isEqualTo(env);
  }

  @ParameterizedTest
  @CsvSource({"USER,user", "CYCLE,cycle", "PAYMENT,payment", "AUDIT,audit"})
  void aServiceIsReadFromItsName(ServiceName service, String text) {
    assertThat(service.text()).isEqualTo(text);
    assertThat(ServiceName.of(text)).isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({"EMAIL,email", "DPOP,dpop", "ERASED,erased"})
  void aKindOfIndexHasItsName(IndexKind kind, String text) {
    assertThat(kind.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DEV", "prod", "dev ", "user"})
  void noOtherEnvironmentIsGuessed(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Environment.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "USER", "users", "user ", "dev"})
  void noOtherServiceIsGuessed(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ServiceName.of(text));
  }

  @ParameterizedTest
  @EnumSource
  void onlyStagingAndProductionRefuseSettingsOfALaptop(Environment env) {
    boolean expected = env == Environment.STAGING || env == Environment.PRODUCTION;

    assertThat(env.isProductionStart()).isEqualTo(expected);
  }

  @Test
  void idsAreEqualByTheirBytes() {
    assertThat(DekId.of(new byte[8])).isEqualTo(DekId.of(new byte[8])).hasToString("0".repeat(16));
    assertThat(DekId.random()).isNotEqualTo(DekId.random());
    assertThat(AccountId.of(new byte[16])).isEqualTo(AccountId.of(new byte[16]));
    assertThat(new IndexValue(new byte[32])).isEqualTo(new IndexValue(new byte[32]));
    assertThat(Sealed.of(new byte[3])).isEqualTo(Sealed.of(new byte[3]));
    assertThat(WrappedKey.of(new byte[3])).isEqualTo(WrappedKey.of(new byte[3]));
  }

  @Test
  void noIdChangesWithTheArrayItWasMadeOf() {
    byte[] bytes = new byte[8];
    DekId id = DekId.of(bytes);

    bytes[0] = 1;
    id.bytes()[1] = 1;

    assertThat(id.bytes()).containsOnly(0);
  }
}
