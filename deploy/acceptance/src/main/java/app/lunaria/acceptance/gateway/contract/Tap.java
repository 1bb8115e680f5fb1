package app.lunaria.acceptance.gateway.contract;

import java.io.IOException;
import java.util.List;

/** Port: the place between the gateway and one service, where requests are seen and held up. */
public interface Tap {
  /**
   * The heads, as they came, of the requests in whose bytes this text stands; empty if none has
   * arrived. A head is the request line and the header lines.
   */
  List<String> heads(String text);

  /** Until it is closed, connections to the service are refused. */
  Trouble away() throws IOException;

  /** Until it is closed, the service takes connections and requests, and answers nothing. */
  Trouble silent() throws IOException;

  /** Until it is closed, each answer breaks off after a part of its head. */
  Trouble broken() throws IOException;

  /** Something that is wrong until it is closed. */
  interface Trouble extends AutoCloseable {
    @Override
    void close() throws IOException;
  }
}
