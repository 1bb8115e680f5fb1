package app.lunaria.local.stack;

import app.lunaria.local.stack.client.StackProperties;
import app.lunaria.local.stack.client.SupportedPlatform;
import app.lunaria.local.stack.postgres.PostgresServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The process: PostgreSQL and a KMS endpoint, until nobody holds a lease any more.
 *
 * <p>It says nothing when all is well and writes {@code stack.properties} when it is ready. It
 * exits 0 when it is no longer needed, 1 with one sentence when it cannot start, and 3 when another
 * process serves the folder or the platform is not supported.
 */
public final class LocalStack {
  private static final int FAILED = 1;
  private static final int NOT_HERE = 3;

  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger();
  private final StateFolder state;
  private @Nullable Leases leases;
  private @Nullable ControlPort control;
  private @Nullable Servers servers;

  private LocalStack(StateFolder state) {
    this.state = state;
  }

  /** Runs the process. */
  public static void main(String[] words) {
    Optional<String> objection = SupportedPlatform.objection();
    if (objection.isPresent()) {
      System.err.println(objection.get());
      System.exit(NOT_HERE);
    }
    System.exit(run(List.of(words)));
  }

  private static int run(List<String> words) {
    try {
      StackArguments arguments = StackArguments.parse(words);
      StateFolder state = StateFolder.at(arguments.state());
      var lock = state.lock();
      if (lock.isEmpty()) {
        return NOT_HERE;
      }
      LocalStack stack = new LocalStack(state);
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::close));
      stack.start(arguments);
      stack.end.await();
      return stack.exitCode.get();
    } catch (StartFailedException e) {
      System.err.println(e.getMessage());
      return FAILED;
    } catch (IOException e) {
      System.err.printf(
          "the local stack cannot start: %s (%s)%n", e.getMessage(), e.getClass().getSimpleName());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private void start(StackArguments arguments)
      throws IOException, StartFailedException, InterruptedException {
    state.withdraw();
    ControlPort port = new ControlPort();
    Leases held = new Leases(arguments.idle(), end::countDown);
    Servers started = Servers.over(state, arguments.durable(), this::lost);
    synchronized (this) {
      servers = started;
      control = port;
      leases = held;
    }
    started.start();
    String token = new Secrets(state.secretsFile()).random();
    port.open(() -> new ControlSession(started, held, token, end::countDown));
    state.publish(
        new StackProperties(
            port.number(),
            token,
            ProcessHandle.current().pid(),
            started.postgres().port(),
            PostgresServer.SUPERUSER,
            started.superuserPassword(),
            started.kms().url(),
            started.postgres().dataDirectory()));
    held.open();
  }

  private void lost() {
    System.err.println("PostgreSQL ended by itself (postgresql.log says more)");
    exitCode.set(FAILED);
    end.countDown();
  }

  /**
   * The one way down, for an idle end, a command, a signal and a failed start: nobody new, then the
   * servers.
   */
  private synchronized void close() {
    try {
      state.withdraw();
      if (leases != null) {
        leases.close();
      }
      if (control != null) {
        control.close();
      }
      if (servers != null) {
        servers.close();
      }
    } catch (IOException e) {
      System.err.println("the local stack did not stop cleanly: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
