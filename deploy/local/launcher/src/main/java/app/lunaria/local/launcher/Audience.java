package app.lunaria.local.launcher;

/**
 * Which service answers a path, and which paths are open to everybody. A service joins with its
 * story.
 */
final class Audience {
  static final String USER = "user";

  private Audience() {}

  static String of(String path) {
    return USER;
  }

  /** Sign-up, the token endpoint and discovery take no token. */
  static boolean isOpen(String method, String path) {
    return path.startsWith("/oauth2/")
        || path.startsWith("/.well-known/")
        || (method.equals("POST") && path.equals("/v1/account"));
  }
}
