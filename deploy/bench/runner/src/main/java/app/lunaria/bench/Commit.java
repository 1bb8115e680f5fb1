package app.lunaria.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Of which state of the checkout the numbers are. */
final class Commit {
  private Commit() {}

  /** The commit's first letters, with a {@code +} when something was changed since. */
  static String of(Path root) throws InterruptedException {
    String commit = git(root, List.of("git", "rev-parse", "--short=12", "HEAD"));
    String changed = git(root, List.of("git", "status", "--porcelain", "--untracked-files=no"));
    return commit.isEmpty() ? "unknown" : commit + (changed.isEmpty() ? "" : "+");
  }

  private static String git(Path root, List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).directory(root.toFile()).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? said.strip() : "";
    } catch (IOException withoutGit) {
      return "";
    }
  }
}
