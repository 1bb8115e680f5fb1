package app.lunaria.local.launcher.session;

import app.lunaria.local.launcher.service.Service;

/** A method and a path of the HTTP interface, and what a request to them needs. */
public record Endpoint(String method, String path) {
  /** Who answers it: the audience of its token. What nobody answers is as well asked of any. */
  public Service service() {
    int query = path.indexOf('?');
    return Service.at(query < 0 ? path : path.substring(0, query)).orElse(Service.USER);
  }

  /** Sign-up, the token endpoint and discovery take no token. */
  public boolean isOpen() {
    return path.startsWith("/oauth2/")
        || path.startsWith("/.well-known/")
        || (method.equals("POST") && path.equals("/v1/account"));
  }

  /** Only a POST that changes something; user-service's are safe to repeat as they are. */
  public boolean takesIdempotencyKey() {
    return method.equals("POST")
        && service() == Service.CYCLE
        && !path.endsWith("/query")
        && !path.endsWith("/preview");
  }
}
