package app.lunaria.local.stack.postgres;

import app.lunaria.local.stack.StartFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Whom PostgreSQL runs as, since it refuses to run as root.
 *
 * <table>
 * <caption>who and how</caption>
 * <tr><td>an ordinary user</td><td>as that user</td></tr>
 * <tr><td>root, user namespaces allowed</td><td>{@code unshare -U}: still root's files, no longer root's id</td></tr>
 * <tr><td>root, user namespaces refused (a common container)</td><td>{@code setpriv}: user 65534, who must own the data</td></tr>
 * </table>
 *
 * @param prefix what stands before each of PostgreSQL's commands
 * @param fileOwner who must own the data directory, where that is another user
 */
record ServerUser(List<String> prefix, OptionalInt fileOwner) {
  private static final int NOBODY = 65534;
  private static final int PROBE_SECONDS = 10;

  /** Refuses user namespaces, so that a test as root can walk the third way. */
  static final String NO_NAMESPACES = "local-stack.no-user-namespaces";

  static ServerUser here() throws StartFailedException {
    if (!isRoot()) {
      return new ServerUser(List.of(), OptionalInt.empty());
    }
    List<String> namespace = List.of("unshare", "-U");
    if (!Boolean.getBoolean(NO_NAMESPACES) && runsAsNonRoot(namespace)) {
      return new ServerUser(namespace, OptionalInt.empty());
    }
    List<String> nobody =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    if (runsAsNonRoot(nobody)) {
      return new ServerUser(nobody, OptionalInt.of(NOBODY));
    }
    throw new StartFailedException(
        "PostgreSQL does not run as root, and neither unshare -U nor setpriv works here: start this as an ordinary user");
  }

  List<String> command(List<String> rest) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(rest);
    return whole;
  }

  /** Gives a file or folder to that user; nothing to do where the files stay ours. */
  void own(Path path) throws IOException {
    if (fileOwner.isPresent()) {
      Files.setAttribute(path, "unix:uid", fileOwner.getAsInt());
      Files.setAttribute(path, "unix:gid", fileOwner.getAsInt());
    }
  }

  /** Can that user walk into the folder? */
  boolean reaches(Path folder) {
    return fileOwner.isEmpty()
        || succeeds(command(List.of("test", "-x", folder.toString()))).isPresent();
  }

  private static boolean isRoot() throws StartFailedException {
    return succeeds(List.of("id", "-u"))
        .orElseThrow(() -> new StartFailedException("the command id is needed to know who this is"))
        .equals("0");
  }

  private static boolean runsAsNonRoot(List<String> prefix) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("id", "-u"));
    return succeeds(command).filter(id -> !id.equals("0")).isPresent();
  }

  private static Optional<String> succeeds(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean ended = process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
