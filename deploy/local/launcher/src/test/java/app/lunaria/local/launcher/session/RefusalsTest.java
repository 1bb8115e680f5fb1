package app.lunaria.local.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.local.launcher.shell.Complaint;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  @Test
  void aProblemSaysWhatWhereAndWhichPageHelps() {
    String body =
        """
        {"type":"https://lunaria.app/problems/under-age","title":"Too young","status":422,
         "errors":[{"pointer":"/birthDate","slug":"under-age"}]}""";

    Complaint complaint = Refusals.of(answer(422, body), "POST /v1/account", "");

    assertThat(complaint.text())
        .isEqualTo(
            """
            error: 422 Too young
            where: POST /v1/account: /birthDate under-age
            help:  docs/problems/under-age.md""");
    assertThat(complaint.exitCode()).isEqualTo(1);
  }

  @Test
  void anErrorOfTheTokenEndpointGetsTheCallersHelp() {
    Complaint complaint =
        Refusals.of(answer(400, "{\"error\":\"invalid_grant\"}"), "POST /oauth2/token", "again");

    assertThat(complaint.text())
        .isEqualTo("error: 400 invalid_grant\nwhere: POST /oauth2/token\nhelp:  again");
  }

  @Test
  void anAnswerThatSaysNothingIsNamedByItsStatus() {
    assertThat(Refusals.of(answer(502, ""), "GET /", "").text())
        .isEqualTo("error: 502\nwhere: GET /");
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, List.of(), body, Duration.ZERO);
  }
}
