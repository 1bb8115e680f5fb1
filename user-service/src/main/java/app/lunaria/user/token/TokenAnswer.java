package app.lunaria.user.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The successful answer of the token endpoint (RFC 6749, 5.1). */
@RegisterForReflection
record TokenAnswer(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("refresh_token") String refreshToken) {
  @Override
  public String toString() {
    return "TokenAnswer";
  }
}
