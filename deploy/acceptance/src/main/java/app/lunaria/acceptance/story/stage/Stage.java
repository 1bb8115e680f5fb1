package app.lunaria.acceptance.story.stage;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.inspector.Inspector;
import java.security.SecureRandom;
import java.time.LocalDate;

/** Who plays the story, and with what. */
public record Stage(
    Actor ada, Actor bea, LunariaClient client, Inspector inspector, SecureRandom random) {
  public static Stage of(LunariaClient client, Inspector inspector, SecureRandom random) {
    return new Stage(
        new Actor("ada", LocalDate.of(1994, 5, 17), client, random),
        new Actor("bea", LocalDate.of(1988, 11, 3), client, random),
        client,
        inspector,
        random);
  }
}
