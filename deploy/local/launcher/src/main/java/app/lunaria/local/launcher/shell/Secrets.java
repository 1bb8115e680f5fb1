package app.lunaria.local.launcher.shell;

import java.io.Console;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/** What only the person knows: from the environment, else asked on a terminal, else wrong use. */
public final class Secrets {
  private final Shell shell;

  public Secrets(Shell shell) {
    this.shell = shell;
  }

  public String password() {
    return from(
        "LUNARIA_PASSWORD",
        console ->
            Optional.ofNullable(console.readPassword("Password (not shown): "))
                .map(String::valueOf));
  }

  /** A date as given, else as set or typed. */
  public LocalDate birthDate(Optional<String> given) {
    String text =
        given.orElseGet(
            () ->
                from(
                    "LUNARIA_BIRTH_DATE",
                    console -> Optional.ofNullable(console.readLine("Birth date (YYYY-MM-DD): "))));
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      throw Complaint.wrongUse("the birth date is not a date", "write it as 1994-05-17");
    }
  }

  private String from(String variable, Function<Console, Optional<String>> question) {
    return shell
        .variable(variable)
        .or(() -> shell.terminal().flatMap(question))
        .orElseThrow(
            () ->
                Complaint.wrongUse(
                    variable + " is not set, and there is no terminal to ask at",
                    "set " + variable));
  }
}
