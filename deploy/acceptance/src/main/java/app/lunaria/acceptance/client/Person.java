package app.lunaria.acceptance.client;

import java.time.LocalDate;

/** What a person types when she signs up; {@code toString} hides all of it. */
public record Person(String email, String password, LocalDate birthDate) {
  @Override
  public String toString() {
    return "‹Person›";
  }
}
