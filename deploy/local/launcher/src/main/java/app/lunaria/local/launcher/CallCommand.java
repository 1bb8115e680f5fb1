package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.client.transport.Header;
import app.lunaria.local.launcher.session.Client;
import app.lunaria.local.launcher.session.Endpoint;
import app.lunaria.local.launcher.session.Session;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "call",
    description = "Sends one request as whoever is signed in: fresh token, signed proof.")
final class CallCommand implements Callable<Integer> {
  private static final int FIRST_REFUSAL = 400;

  private final Shell shell;

  @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST, PUT, DELETE …")
  String method = "";

  @Parameters(index = "1", paramLabel = "PATH", description = "Such as /v1/account.")
  String path = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "BODY",
      description = "JSON, or @FILE to send what a file holds.")
  Optional<String> body = Optional.empty();

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'Name: value'",
      description = "A header, instead of the one that would be sent; repeatable.")
  List<String> headers = new ArrayList<>();

  @Option(names = "-i", description = "Show status and headers too.")
  boolean include;

  CallCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!path.startsWith("/")) {
      throw Complaint.wrongUse("the path does not begin with /", "write it as /v1/account");
    }
    List<Header> given = headers.stream().map(CallCommand::header).toList();
    Optional<String> content = body.map(CallCommand::content);
    return Client.talk(
        shell,
        (client, session) -> {
          try {
            return show(send(client, session, given, content));
          } catch (IllegalArgumentException notSendable) {
            throw Complaint.wrongUse(
                "this request cannot be sent: " + notSendable.getMessage(), "./lunaria help call");
          }
        });
  }

  private Answer send(
      LunariaClient client, Session session, List<Header> given, Optional<String> body)
      throws IOException, InterruptedException {
    Endpoint endpoint = new Endpoint(method, path);
    Call call = client.json(endpoint.service().text(), method, path, body);
    if (endpoint.takesIdempotencyKey()) {
      call = call.withIdempotencyKey(UUID.randomUUID().toString());
    }
    for (Header header : given) {
      call = call.with(header.name(), header.value());
    }
    if (!session.exists() && endpoint.isOpen()) {
      return client.send(call);
    }
    Session.Access access = session.refresh(endpoint.service());
    return client.call(access.key(), access.token(), call);
  }

  /** The body as typed, or what the file holds that {@code @} names. */
  private static String content(String typed) {
    if (!typed.startsWith("@")) {
      return typed;
    }
    String file = typed.substring(1);
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | InvalidPathException unreadable) {
      throw Complaint.wrongUse(
          "the file of the body cannot be read", "is " + file + " the right path?");
    }
  }

  private static Header header(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw Complaint.wrongUse("a header has no colon", "write it as -H 'Name: value'");
    }
    return new Header(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }

  private int show(Answer answer) {
    if (include) {
      shell.out().println(answer.status());
      answer
          .headers()
          .forEach(header -> shell.out().println(header.name() + ": " + header.value()));
      shell.out().println();
    }
    if (!answer.body().isEmpty()) {
      shell.out().println(answer.body());
    }
    return answer.status() < FIRST_REFUSAL ? ExitCode.HELD : ExitCode.DID_NOT_HOLD;
  }
}
