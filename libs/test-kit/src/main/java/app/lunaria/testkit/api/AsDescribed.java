package app.lunaria.testkit.api;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Fails a test whose request is answered otherwise than the committed description says, and
 * remembers what was answered.
 */
public final class AsDescribed implements Filter {
  private final ApiDocument document;
  private final AnswerCheck check;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private AsDescribed(ApiDocument document) {
    this.document = document;
    this.check = new AnswerCheck(document);
  }

  /** By the description of a service, such as {@code user-service}. */
  public static AsDescribed of(String service) {
    return new AsDescribed(ApiDocument.committed(service));
  }

  static AsDescribed of(ApiDocument document) {
    return new AsDescribed(document);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response answer = context.next(request, expected);
    hold(
        new Exchange(
            request.getMethod(),
            URI.create(request.getURI()).getRawPath(),
            answer.statusCode(),
            name -> Optional.ofNullable(answer.header(name)),
            answer.asString()));
    return answer;
  }

  /**
   * What is wrong with an answer that came over the wire.
   *
   * @param target of the request line
   * @param header the value of an answer's header by its name
   */
  public List<String> objections(
      String method,
      String target,
      int status,
      Function<String, Optional<String>> header,
      String body) {
    return check.objections(new Exchange(method, target.split("\\?", 2)[0], status, header, body));
  }

  void hold(Exchange exchange) {
    List<String> wrong = check.objections(exchange);
    if (!wrong.isEmpty()) {
      throw new AssertionError(String.join("\n", wrong));
    }
    document
        .operation(exchange.method(), exchange.path())
        .ifPresent(operation -> seen.add(operation.name() + " " + exchange.status()));
  }

  /** The described successes, such as {@code GET /v1/account 200}, that no answer was so far. */
  public List<String> successesNotSeen() {
    List<String> missing = new ArrayList<>();
    for (Operation operation : document.operations()) {
      operation.successes().stream()
          .map(status -> operation.name() + " " + status)
          .filter(success -> !seen.contains(success))
          .forEach(missing::add);
    }
    return missing;
  }
}
