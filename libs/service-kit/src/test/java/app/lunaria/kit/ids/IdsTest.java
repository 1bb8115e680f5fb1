package app.lunaria.kit.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final Ids ids = new Ids();

  @RepeatedTest(20)
  void aUuidIsRandomAsRfc9562Says() {
    UUID uuid = ids.uuid();

    assertThat(uuid.version()).isEqualTo(4);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(uuid).isNotEqualTo(ids.uuid());
  }

  @Test
  void thereAreAsManyRandomBytesAsAskedFor() {
    assertThat(ids.random(37)).hasSize(37).isNotEqualTo(ids.random(37));
    assertThat(ids.accountId().bytes()).hasSize(16);
  }
}
