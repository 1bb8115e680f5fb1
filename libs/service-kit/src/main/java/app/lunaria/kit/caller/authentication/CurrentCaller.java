package app.lunaria.kit.caller.authentication;

import app.lunaria.kit.caller.Caller;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The caller of the request at hand, for resources that are {@code @Authenticated}. */
@RequestScoped
public class CurrentCaller {
  private static final String KEY = CurrentCaller.class.getName();

  private final RoutingContext request;

  CurrentCaller(RoutingContext request) {
    this.request = request;
  }

  /**
   * Who is calling.
   *
   * @throws IllegalStateException if nobody was authenticated: the resource lacks an annotation
   */
  public Caller get() {
    return of(request)
        .orElseThrow(() -> new IllegalStateException("this resource authenticates nobody"));
  }

  /** Who was authenticated, for filters; empty on an open endpoint. */
  public static Optional<Caller> of(RoutingContext request) {
    return Optional.ofNullable(request.get(KEY));
  }

  static void set(RoutingContext request, Caller caller) {
    request.put(KEY, caller);
  }
}
