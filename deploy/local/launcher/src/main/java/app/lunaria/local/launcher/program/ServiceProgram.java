package app.lunaria.local.launcher.program;

import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.OwnerOnlyFile;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.RunningProcess;
import app.lunaria.local.launcher.shell.Shell;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program of a service: its tasks, and its serving process. Standard output and error
 * go to its log.
 */
public final class ServiceProgram {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int POLL_MILLIS = 50;

  private final Shell shell;
  private final Home home;
  private final Service service;
  private final Path log;
  private final ServicePackage built;

  public ServiceProgram(Shell shell, Home home, Service service) {
    this.shell = shell;
    this.home = home;
    this.service = service;
    this.log = home.log(service);
    this.built = ServicePackage.of(shell, service);
  }

  /** A complaint when it is not built. */
  public void need() {
    built.need();
  }

  /** Begins a task. */
  public Process begin(String task, Map<String, String> environment, Resources resources)
      throws IOException {
    return start(environment, resources, "--task=" + task);
  }

  /** Waits for the end of a task that has begun; a complaint when it does not end well. */
  public void await(String task, Process run) throws InterruptedException {
    if (!run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw ended("did not end in " + PATIENCE.toSeconds() + " s", "--task=" + task);
    }
    if (run.exitValue() != 0) {
      throw ended("ended with " + run.exitValue(), "--task=" + task);
    }
  }

  public Process serve(Map<String, String> environment, Resources resources) throws IOException {
    return start(environment, resources);
  }

  /**
   * Waits until the service says itself that it is ready; a complaint when it ends before or never
   * is.
   */
  public void awaitReady(Process serving, URI management) throws InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(management.resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(10))
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!isReady(client, question)) {
        if (serving.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          throw ended("ended with " + serving.exitValue() + " while it started", "");
        }
        if (System.nanoTime() > deadline) {
          throw ended("was not ready in " + PATIENCE.toSeconds() + " s", "");
        }
      }
    }
    if (!serving.isAlive()) {
      // Somebody else listens where it wanted to, and answered.
      throw ended(serving);
    }
  }

  private static boolean isReady(HttpClient client, HttpRequest question)
      throws InterruptedException {
    try {
      return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The complaint about a serving process that is gone although nobody asked it to. */
  public Complaint ended(Process serving) {
    return ended("ended with " + serving.exitValue(), "");
  }

  private Complaint ended(String how, String arguments) {
    return new Complaint(
        ExitCode.DID_NOT_HOLD,
        (service.module() + " " + arguments).strip() + " " + how,
        shell.shown(log),
        "its last lines there say why");
  }

  private Process start(Map<String, String> environment, Resources resources, String... arguments)
      throws IOException {
    OwnerOnlyFile.open(log).close();
    ProcessBuilder builder =
        built
            .process(home.temporary(), arguments)
            .directory(home.temporary().toFile())
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return resources.open(builder::start, process -> RunningProcess.of(process.toHandle()).end());
  }
}
