package app.lunaria.acceptance.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;

class TopologyTest {
  private static final String JSON =
      """
      {"gateway":null,"ca":null,"issuer":"http://127.0.0.1:18101",\
      "services":{"user":"http://127.0.0.1:18101"},"management":{"user":"http://127.0.0.1:19101"},\
      "stack":{"databases":{"user":"postgresql://p:secret@127.0.0.1:1/user"},"dataDirectory":"/d",\
      "kms":"http://127.0.0.1:2","kafka":null,"logs":{"user":"/l"}}}""";

  @Test
  void whatWasPrintedIsReadAndPrintedAlike() {
    assertThat(Topology.parse(JSON).toJson()).isEqualTo(JSON);
  }

  @Test
  void withoutAGatewayAServiceIsCalledAtItsOwnAddress() {
    assertThat(Topology.parse(JSON).origin("user")).isEqualTo(URI.create("http://127.0.0.1:18101"));
  }

  @Test
  void withAGatewayEveryServiceIsCalledThere() {
    Topology behind =
        Topology.parse(JSON.replace("\"gateway\":null", "\"gateway\":\"https://h:1\""));

    assertThat(behind.origin("user")).isEqualTo(URI.create("https://h:1"));
  }

  @Test
  void anotherServiceOrAnotherJsonIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Topology.parse(JSON).origin("cycle"));
    assertThatIllegalArgumentException().isThrownBy(() -> Topology.parse("[]"));
  }

  @Test
  void theSuperusersPasswordIsNotShown() {
    assertThat(Topology.parse(JSON).toString()).doesNotContain("secret");
    assertThat(Topology.parse(JSON).stack().toString()).doesNotContain("secret");
  }
}
