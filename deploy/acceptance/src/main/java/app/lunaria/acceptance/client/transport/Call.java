package app.lunaria.acceptance.client.transport;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request, complete to the last header; {@code toString} shows neither headers nor body. */
public record Call(String method, URI address, List<Header> headers, Optional<String> body) {
  public Call {
    headers = List.copyOf(headers);
  }

  public static Call of(String method, URI address) {
    return new Call(method, address, List.of(), Optional.empty());
  }

  /** The same call with the header set; one of that name from before is replaced. */
  public Call with(String name, String value) {
    List<Header> changed = new ArrayList<>(headers);
    changed.removeIf(header -> header.name().equalsIgnoreCase(name));
    changed.add(new Header(name, value));
    return new Call(method, address, changed, body);
  }

  /** The same call with the header added to those that are there, even if one has its name. */
  public Call adding(String name, String value) {
    List<Header> changed = new ArrayList<>(headers);
    changed.add(new Header(name, value));
    return new Call(method, address, changed, body);
  }

  /** A change of what the caller has seen, and of nothing newer. */
  public Call ifMatch(String etag) {
    return with("If-Match", etag);
  }

  /** Sent again with the same key it changes nothing more, and is answered alike. */
  public Call withIdempotencyKey(String key) {
    return with("Idempotency-Key", key);
  }

  public Call withBody(String contentType, String text) {
    Call typed = with("Content-Type", contentType);
    return new Call(method, address, typed.headers, Optional.of(text));
  }

  @Override
  public String toString() {
    return method + " " + address.getPath();
  }
}
