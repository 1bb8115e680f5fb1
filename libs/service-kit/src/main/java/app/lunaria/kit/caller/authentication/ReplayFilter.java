package app.lunaria.kit.caller.authentication;

import app.lunaria.kit.caller.Caller;
import app.lunaria.kit.caller.proof.ProofReplay;
import app.lunaria.kit.caller.proof.ReplayedProofException;
import app.lunaria.kit.caller.proof.SafeForReplay;
import app.lunaria.kit.ids.TraceIds;
import app.lunaria.kit.problem.ProblemBody;
import app.lunaria.kit.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sees to it that each proof counts once: safe requests are judged here, before the resource; of an
 * unsafe one that went well it is demanded that it spent its proof.
 */
public class ReplayFilter {
  private static final Logger LOG = Logger.getLogger(ReplayFilter.class);
  private static final String SAFE = ReplayFilter.class.getName();

  private final ProofReplay replay;
  private final TraceIds traceIds;

  ReplayFilter(ProofReplay replay, TraceIds traceIds) {
    this.replay = replay;
    this.traceIds = traceIds;
  }

  @ServerRequestFilter
  public void safeMethod(ContainerRequestContext request, RoutingContext context) {
    if (ProofReplay.isSafe(request.getMethod())) {
      useOnce(context);
    }
  }

  @ServerRequestFilter
  @SafeForReplay
  public void safeByAnnotation(ContainerRequestContext request, RoutingContext context) {
    if (!ProofReplay.isSafe(request.getMethod())) {
      useOnce(context);
    }
  }

  private void useOnce(RoutingContext context) {
    context.put(SAFE, true);
    CurrentCaller.of(context)
        .flatMap(Caller::proof)
        .ifPresent(
            proof -> {
              if (!replay.firstUseHere(proof)) {
                throw new ReplayedProofException();
              }
            });
  }

  /** A resource that forgot to spend is a defect of ours, and does not look well to anybody. */
  @ServerResponseFilter
  public void unsafeWasSpent(ContainerResponseContext response, RoutingContext context) {
    boolean wentWell = response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
    if (wentWell && context.get(SAFE) == null && isUnspent(context)) {
      LOG.error("an unsafe request was answered without spending its proof");
      response.setStatus(ProblemType.INTERNAL.status());
      response.setEntity(
          ProblemBody.of(ProblemType.INTERNAL.problem(), traceIds.of(context)),
          new Annotation[0],
          MediaType.valueOf(ProblemBody.MEDIA_TYPE));
    }
  }

  private static boolean isUnspent(RoutingContext context) {
    return CurrentCaller.of(context)
        .flatMap(Caller::proof)
        .filter(proof -> !proof.isSpent())
        .isPresent();
  }
}
