package app.lunaria.testkit.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.testkit.caller.ProofKey;
import app.lunaria.testkit.caller.SignatureFaults;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds for the program of every service as it is shipped: the packaged jar, or the executable
 * if that was built. A service's IT extends this class and adds its own journey.
 */
public abstract class ShippedService {
  /**
   * A person who is signed in and has told the service something.
   *
   * @param path what she may read
   * @param told what she sent, and what no log may say
   */
  public record Guest(ProofKey key, String accessToken, String path, List<String> told) {}

  /** Someone new. */
  protected abstract Guest guest();

  @BeforeAll
  static void isReadyAndFast() {
    ShippedProgram.awaitReadyAndFast();
  }

  @BeforeEach
  void askIt() {
    RestAssured.reset();
    RestAssured.port = ShippedProgram.port();
  }

  @Test
  public void whatProvidersOfSignaturesDisagreeOnIsRefusedAlike() {
    Guest ada = guest();
    Map<String, Object> claims =
        ProofKey.claims(
            "GET",
            ShippedProgram.ORIGIN + ada.path(),
            Clock.systemUTC().instant(),
            Optional.of(ada.accessToken()));

    SignatureFaults.of(ada.key(), claims)
        .forEach((fault, proof) -> assertThat(status(ada, proof)).as(fault).isEqualTo(401));
    assertThat(status(ada, ada.key().sign(ada.key().header(), claims)))
        .as("no fault")
        .isEqualTo(200);
  }

  private static int status(Guest guest, String proof) {
    return given()
        .header("Authorization", "DPoP " + guest.accessToken())
        .header("DPoP", proof)
        .get(guest.path())
        .statusCode();
  }

  @Test
  public void eachLineOfTheLogIsJsonAndNoneSaysWhatWasSent() throws JsonProcessingException {
    Guest ada = guest();

    assertThat(ProgramOutput.logLines()).isNotEmpty();
    for (String line : ProgramOutput.logLines()) {
      JsonNode json = JsonMapper.builder().build().readTree(line);
      assertThat(json.path("time").asText()).isNotEmpty();
      assertThat(line).doesNotContain(ada.told()).doesNotContain(ada.accessToken());
    }
  }
}
