package app.lunaria.kit.problem;

import app.lunaria.kit.ids.TraceIds;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Turns every failure of a resource into a problem. The named classes are those for which the
 * framework brings mappers of its own, some of which repeat what was sent.
 */
class ServiceProblems {
  private final TraceIds traceIds;

  ServiceProblems(TraceIds traceIds) {
    this.traceIds = traceIds;
  }

  @ServerExceptionMapper(
      value = {
        Throwable.class,
        WebApplicationException.class,
        NotFoundException.class,
        ForbiddenException.class,
        MismatchedInputException.class
      },
      priority = 1)
  public Response told(Throwable failure, RoutingContext request) {
    String traceId = traceIds.of(request);
    Verdict verdict = Failures.judge(failure);
    FailureLog.tell(verdict, failure);
    Response.ResponseBuilder answer =
        Response.status(verdict.problem().status())
            .header(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
            .entity(ProblemBody.of(verdict.problem(), traceId));
    verdict.headers().forEach(answer::header);
    if (verdict.problem().status() == ProblemType.METHOD_NOT_ALLOWED.status()) {
      Set<String> allowed = AllowedMethods.of(CurrentRequestManager.get());
      answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
    }
    return answer.build();
  }
}
