package app.lunaria.kit.caller.token;

import app.lunaria.envelope.SubjectId;
import java.util.Map;

/** What a verified access token says; the thumbprint is the one text of 32 bytes. */
public record AccessToken(SubjectId subject, String thumbprint, Map<String, String> consents) {
  @Override
  public String toString() {
    return "‹AccessToken›";
  }
}
