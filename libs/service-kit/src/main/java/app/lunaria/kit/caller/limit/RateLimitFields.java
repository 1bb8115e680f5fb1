package app.lunaria.kit.caller.limit;

import java.time.Duration;

/**
 * The fields that tell an app how much is left to it (draft-ietf-httpapi-ratelimit-headers-11,
 * which is no standard yet).
 *
 * <pre>
 * RateLimit-Policy: "person";q=6000;w=600      so many requests in so many seconds
 * RateLimit:        "person";r=5999;t=1        so many are left; in so many seconds there are all of them
 * Retry-After:      1                          only with 429: whole seconds until one more is granted
 * </pre>
 */
record RateLimitFields(String policy) {
  static final String POLICY = "RateLimit-Policy";
  static final String STATE = "RateLimit";

  static RateLimitFields of(LimitConfig.Person person) {
    return new RateLimitFields(
        "\"person\";q=" + person.requests() + ";w=" + wholeSeconds(person.within()));
  }

  String state(Allowance allowance) {
    return "\"person\";r=" + allowance.requests() + ";t=" + wholeSeconds(allowance.untilAll());
  }

  /** At least one second: a client that comes back at once comes too early. */
  String retryAfter(Allowance allowance) {
    return Long.toString(Math.max(1, wholeSeconds(allowance.untilNext())));
  }

  /** Never less than the time is. */
  private static long wholeSeconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }
}
