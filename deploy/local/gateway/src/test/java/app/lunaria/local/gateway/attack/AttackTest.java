package app.lunaria.local.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.gateway.Limits;
import app.lunaria.local.gateway.ground.Ground;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the tables, tried at the gateway. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttackTest {
  @TempDir static Path folder;
  private static Ground ground;

  @BeforeAll
  static void open() throws Exception {
    ground = Ground.withGateway(folder, Limits.customary());
  }

  @AfterAll
  static void close() throws Exception {
    ground.close();
  }

  @Order(1)
  @ParameterizedTest
  @MethodSource("app.lunaria.local.gateway.attack.Attack#all")
  void comesToNothing(Attack attack) throws Exception {
    assertThat(attack.complaintAt(ground)).as(attack.toString()).isEmpty();
  }

  @Order(2)
  @Test
  void nothingOfThemStandsInTheLog() throws Exception {
    assertThat(Files.readString(ground.log)).isNotEmpty().doesNotContain(Ground.CANARY, "/v1");
  }
}
