package app.lunaria.kit.problem;

import app.lunaria.kit.ids.Ids;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import org.jboss.logging.MDC;

/**
 * The name of one request in its problem and its log lines; made here, never taken from what was
 * sent.
 */
@ApplicationScoped
public class TraceIds {
  private static final String KEY = TraceIds.class.getName();
  private static final int BYTES = 16;

  private final Ids ids;

  TraceIds(Ids ids) {
    this.ids = ids;
  }

  /** The request's id, 32 hexadecimal digits; the first call makes it and gives it to the log. */
  public String of(RoutingContext request) {
    String known = request.get(KEY);
    if (known != null) {
      return known;
    }
    String made = HexFormat.of().formatHex(ids.random(BYTES));
    request.put(KEY, made);
    MDC.put("traceId", made);
    return made;
  }
}
