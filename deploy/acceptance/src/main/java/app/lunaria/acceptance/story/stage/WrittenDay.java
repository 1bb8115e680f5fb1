package app.lunaria.acceptance.story.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** What she writes about a day; {@code toString} hides all of it. */
public record WrittenDay(
    LocalDate day, String flow, List<String> symptoms, List<String> mood, String notes) {

  public WrittenDay withNotes(String other) {
    return new WrittenDay(day, flow, symptoms, mood, other);
  }

  WrittenDay withFlow(String other) {
    return new WrittenDay(day, other, symptoms, mood, notes);
  }

  /** The body of its PUT. */
  public String json() {
    return members().toString();
  }

  /** Does an answer say the same of the same day? */
  public boolean isIn(JsonNode answer) {
    ObjectNode members = members();
    return members.properties().stream()
        .allMatch(member -> answer.path(member.getKey()).equals(members.path(member.getKey())));
  }

  private ObjectNode members() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("day", day.toString()).put("flow", flow);
    // As answers have them, sorted.
    symptoms.stream().sorted().forEach(json.putArray("symptoms")::add);
    mood.stream().sorted().forEach(json.putArray("mood")::add);
    return json.put("notes", notes);
  }

  @Override
  public String toString() {
    return "‹WrittenDay›";
  }
}
