package app.lunaria.kit.caller;

import app.lunaria.envelope.SubjectId;
import java.util.Map;

/** What a verified access token says. */
record AccessToken(SubjectId subject, byte[] jkt, Map<String, String> consents) {
  @Override
  public String toString() {
    return "‹AccessToken›";
  }
}
