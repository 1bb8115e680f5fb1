package app.lunaria.kit.ids;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The name of one request in its problem and its log lines: that which the gateway gave it, so that
 * one name finds it everywhere, else one made here. The gateway lets no client name a request; who
 * reaches a service without it can but name his own, in a form that says nothing.
 */
@ApplicationScoped
public class TraceIds {
  private static final String KEY = TraceIds.class.getName();
  private static final int BYTES = 16;
  private static final String GIVEN = "X-Request-Id";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final Ids ids;

  TraceIds(Ids ids) {
    this.ids = ids;
  }

  /** The request's id, 32 hexadecimal digits; the first call finds it and gives it to the log. */
  public String of(RoutingContext request) {
    String known = request.get(KEY);
    if (known != null) {
      return known;
    }
    List<String> given = request.request().headers().getAll(GIVEN);
    String id =
        given.size() == 1 && ID.matcher(given.getFirst()).matches()
            ? given.getFirst()
            : HexFormat.of().formatHex(ids.random(BYTES));
    request.put(KEY, id);
    MDC.put("traceId", id);
    return id;
  }
}
