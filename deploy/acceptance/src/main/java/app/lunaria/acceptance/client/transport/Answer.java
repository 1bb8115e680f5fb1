package app.lunaria.acceptance.client.transport;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** An answer as it came, and how long it took; {@code toString} shows the status alone. */
public record Answer(int status, List<Header> headers, String body, Duration took) {
  private static final String PROBLEMS = "https://lunaria.app/problems/";

  public Answer {
    headers = List.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** What a change of the same thing shows in {@code If-Match}; empty when there is none. */
  public Optional<String> etag() {
    return header("ETag");
  }

  /** The body as JSON; a missing node when it is none. */
  public JsonNode json() {
    return Json.read(body);
  }

  /** The last part of a problem's {@code type} (RFC 9457), or empty. */
  public String problem() {
    String type = json().path("type").asText("");
    return type.startsWith(PROBLEMS) ? type.substring(PROBLEMS.length()) : "";
  }

  /**
   * Was the proof refused (RFC 9449 sections 5 and 7.1: the token endpoint and a resource say it
   * differently)?
   */
  public boolean proofRefused() {
    return switch (status) {
      case 400 -> json().path("error").asText("").equals("invalid_dpop_proof");
      case 401 -> header("WWW-Authenticate").orElse("").contains("error=\"invalid_dpop_proof\"");
      default -> false;
    };
  }

  /** The server's clock, by the {@code Date} header: whole seconds. */
  public Optional<Instant> date() {
    return header("Date").flatMap(Answer::readDate);
  }

  private static Optional<Instant> readDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  /** Status and problem in one line, without anything personal. */
  public String summary() {
    String problem = problem();
    return problem.isEmpty() ? Integer.toString(status) : status + " " + problem;
  }

  @Override
  public String toString() {
    return "Answer[" + summary() + "]";
  }
}
