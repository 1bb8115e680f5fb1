package app.lunaria.local.launcher;

import app.lunaria.local.launcher.bench.BenchCommand;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program behind {@code ./lunaria}. Exit codes: 0 held, 1 did not hold, 2 used wrongly, 3 the
 * machine lacks something.
 */
@Command(
    name = "./lunaria",
    description = "Lunaria on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false)
public final class Lunaria {
  private Lunaria() {}

  public static void main(String[] words) {
    System.exit(run(Shell.ofThisProcess(), words));
  }

  static int run(Shell shell, String... words) {
    CommandLine program = new CommandLine(new Lunaria());
    program.addSubcommand(new DemoCommand(shell));
    program.addSubcommand(new UpCommand(shell));
    program.addSubcommand(new StatusCommand(shell));
    program.addSubcommand(new SignUpCommand(shell));
    program.addSubcommand(new SignInCommand(shell));
    program.addSubcommand(new CallCommand(shell));
    program.addSubcommand(new TokenCommand(shell));
    program.addSubcommand(new ForecastCommand(shell));
    program.addSubcommand(new BenchCommand(shell));
    program.addSubcommand(new HelpCommand());
    program.setExpandAtFiles(false);
    program.setColorScheme(Help.defaultColorScheme(shell.moving() ? Help.Ansi.ON : Help.Ansi.OFF));
    program.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
    program.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
    program.setParameterExceptionHandler((wrong, given) -> usedWrongly(shell, wrong));
    program.setExecutionExceptionHandler((failure, line, result) -> failed(shell, failure));
    if (words.length == 0) {
      program.usage(shell.err());
      return ExitCode.USED_WRONGLY;
    }
    return program.execute(words);
  }

  private static int usedWrongly(Shell shell, ParameterException wrong) {
    shell.err().println("error: " + what(wrong));
    wrong.getCommandLine().usage(shell.err());
    return ExitCode.USED_WRONGLY;
  }

  private static String what(ParameterException wrong) {
    boolean noSuchCommand =
        wrong instanceof UnmatchedArgumentException && wrong.getCommandLine().getParent() == null;
    return noSuchCommand
        ? "there is no command " + ((UnmatchedArgumentException) wrong).getUnmatched().getFirst()
        : String.valueOf(wrong.getMessage());
  }

  private static int failed(Shell shell, Exception failure) {
    if (failure instanceof Complaint complaint) {
      shell.err().println(complaint.text());
      return complaint.exitCode();
    }
    shell
        .err()
        .println(
            new Complaint(
                    ExitCode.DID_NOT_HOLD,
                    failure.getClass().getSimpleName() + ": " + failure.getMessage(),
                    keepTrace(shell, failure),
                    "the trace there says more")
                .text());
    return ExitCode.DID_NOT_HOLD;
  }

  /** Where the trace was written to. */
  private static String keepTrace(Shell shell, Exception failure) {
    Path file = shell.root().resolve("target").resolve("lunaria-error.txt");
    try {
      Files.createDirectories(file.getParent());
      try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file))) {
        failure.printStackTrace(trace);
      }
      return shell.shown(file);
    } catch (IOException unwritable) {
      return "";
    }
  }
}
