package app.lunaria.bench.people;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.StringJoiner;
import java.util.UUID;

/** Years in which something was noted every day, imported as an app would. */
public final class History {
  private static final int CYCLE = 28;
  private static final int PERIOD = 5;
  private static final int DAYS_OF_A_YEAR = 365;

  private History() {}

  /** Brings her so many years up to today. */
  public static void bring(Person person, int years, String origin)
      throws IOException, InterruptedException {
    person.refresh();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(origin + "/v1/imports"))
                  .header("Authorization", "Bearer " + person.token())
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(export(years)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("an import was answered with " + answer.statusCode());
      }
    }
  }

  /** In the form of Clue's measurements.json; each length of a cycle between 26 and 30 days. */
  private static String export(int years) {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate start = today.minusDays((long) years * DAYS_OF_A_YEAR);
    for (int cycle = 0; start.isBefore(today); cycle++) {
      int length = CYCLE + cycle % 5 - 2;
      for (int day = 0; day < length && start.plusDays(day).isBefore(today); day++) {
        rows.add(row("energy", start.plusDays(day), "[{\"option\":\"exhausted\"}]"));
        if (day < PERIOD) {
          rows.add(row("period", start.plusDays(day), "{\"option\":\"medium\"}"));
        }
      }
      start = start.plusDays(length);
    }
    return rows.toString();
  }

  private static String row(String type, LocalDate day, String value) {
    return "{\"type\":\"%s\",\"id\":\"%s\",\"date\":\"%s\",\"value\":%s}"
        .formatted(type, UUID.randomUUID(), day, value);
  }
}
