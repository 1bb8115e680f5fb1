package app.lunaria.local.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session against a token endpoint that gives refresh tokens one after the other. */
class SessionTest {
  @TempDir Path folder;

  private final List<Call> asked = new ArrayList<>();
  private boolean refusing;

  @Test
  void aSignInIsKeptInAFileThatItsOwnerAloneReads() throws Exception {
    session().signIn("ada@example.org", "a long one, please");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().session())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(home().session()))
        .contains("refresh-1")
        .doesNotContain("ada@example.org", "a long one");
  }

  @Test
  void eachRefreshUsesTheTokenThatTheLastOneGaveAndTheSameKey() throws Exception {
    Session session = session();
    session.signIn("ada@example.org", "a long one, please");

    Session.Access first = session.refresh(Service.USER);
    Session.Access second = session.refresh(Service.USER);

    assertThat(asked.get(1).body().orElseThrow()).contains("refresh_token=refresh-1");
    assertThat(asked.get(2).body().orElseThrow()).contains("refresh_token=refresh-2");
    assertThat(first.key().thumbprint()).isEqualTo(second.key().thumbprint());
    assertThat(second.token()).isEqualTo("access-3");
  }

  @Test
  void nobodySignedInIsWrongUse() {
    assertThatExceptionOfType(Complaint.class)
        .isThrownBy(() -> session().refresh(Service.USER))
        .satisfies(complaint -> assertThat(complaint.exitCode()).isEqualTo(2));
  }

  @Test
  void aSessionThatEndedSaysToSignInAgainAndIsKept() throws Exception {
    Session session = session();
    session.signIn("ada@example.org", "a long one, please");
    refusing = true;

    assertThatExceptionOfType(Complaint.class)
        .isThrownBy(() -> session.refresh(Service.USER))
        .satisfies(
            complaint -> {
              assertThat(complaint.exitCode()).isEqualTo(1);
              assertThat(complaint.text()).contains("400 invalid_grant", "sign-in EMAIL");
            });
    assertThat(Files.readString(home().session())).contains("refresh-1");
  }

  @Test
  void aDamagedFileSaysToSignInAgain() throws Exception {
    Files.createDirectories(home().folder());
    Files.writeString(home().session(), "{\"refreshToken\":");

    assertThatExceptionOfType(Complaint.class)
        .isThrownBy(() -> session().refresh(Service.USER))
        .satisfies(complaint -> assertThat(complaint.text()).contains("sign-in EMAIL"));
  }

  private Answer answer(Call call) {
    asked.add(call);
    int number = asked.size();
    return refusing
        ? new Answer(400, List.of(), "{\"error\":\"invalid_grant\"}", Duration.ZERO)
        : new Answer(
            200,
            List.of(),
            "{\"access_token\":\"access-%d\",\"refresh_token\":\"refresh-%d\",\"token_type\":\"DPoP\"}"
                .formatted(number, number),
            Duration.ZERO);
  }

  private Session session() {
    URI origin = URI.create("http://127.0.0.1:1");
    Topology topology =
        new Topology(
            Optional.empty(),
            Optional.empty(),
            origin,
            Map.of("user", origin),
            Map.of(),
            new Topology.Stack(Map.of(), "", origin, Optional.empty(), Map.of()));
    return new Session(
        home(), new LunariaClient(topology, this::answer, Clock.systemUTC()), new SecureRandom());
  }

  private Home home() {
    return new Home(folder, folder.resolve("logs"));
  }
}
