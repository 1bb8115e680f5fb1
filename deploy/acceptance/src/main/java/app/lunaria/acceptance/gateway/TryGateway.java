package app.lunaria.acceptance.gateway;

import app.lunaria.acceptance.gateway.contract.Inside;
import app.lunaria.acceptance.gateway.contract.Report;
import app.lunaria.acceptance.gateway.contract.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Tries the contract at a gateway somewhere: {@code TryGateway https://host:port ca.pem}. Exit
 * codes: 0 every row held, 1 one did not, 2 used wrongly.
 */
public final class TryGateway {
  private TryGateway() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (words.length != 2) {
      out.println("usage: TryGateway https://HOST[:PORT] CA_FILE");
      System.exit(2);
    }
    Report report =
        GatewayContract.tryAt(
            new Target(URI.create(words[0]), Path.of(words[1]), Inside.unknown()));
    report.table().forEach(out::println);
    System.exit(report.broken().isEmpty() ? 0 : 1);
  }
}
