package app.lunaria.bench.load;

/**
 * One request, ready to be sent.
 *
 * @param bytes as they go over the connection
 * @param counts whether its answer is measured; one that only prepares the next is not
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once, compared by nobody
public record Request(byte[] bytes, boolean counts) {
  @Override
  public String toString() {
    return "Request[" + bytes.length + " bytes]";
  }
}
