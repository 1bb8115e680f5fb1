package app.lunaria.kit.caller.authentication;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** As much of a Vert.x request as the mechanism reads; anything else is an error of the test. */
final class FakeExchange {
  private FakeExchange() {}

  static RoutingContext of(Request request) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    headers.add("Authorization", request.authorization());
    headers.add("DPoP", request.proofs());
    HttpServerRequest http =
        fake(
            HttpServerRequest.class,
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "headers" -> headers;
                  case "method" -> HttpMethod.valueOf(request.method());
                  case "path" -> request.path();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
    Map<Object, Object> data = new HashMap<>();
    return fake(
        RoutingContext.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "request" -> http;
              case "put" -> {
                data.put(arguments[0], arguments[1]);
                yield self;
              }
              case "get" ->
                  arguments.length == 1
                      ? data.get(arguments[0])
                      : data.getOrDefault(arguments[0], arguments[1]);
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static <T> T fake(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }
}
