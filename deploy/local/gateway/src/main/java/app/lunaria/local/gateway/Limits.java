package app.lunaria.local.gateway;

import java.time.Duration;
import java.util.List;

/** What a request and a client may cost before a service hears of them. */
public record Limits(Sizes sizes, Times times, PerAddress perAddress) {

  /** Those of the HTTP interface, and a crowd that one address may be. */
  public static Limits customary() {
    return new Limits(Sizes.customary(), Times.customary(), PerAddress.customary());
  }

  public Limits with(Sizes other) {
    return new Limits(other, times, perAddress);
  }

  public Limits with(Times other) {
    return new Limits(sizes, other, perAddress);
  }

  public Limits with(PerAddress other) {
    return new Limits(sizes, times, other);
  }

  /**
   * In bytes.
   *
   * @param headers all header fields together, as they are on the wire of HTTP/1.1
   * @param body a body
   * @param file a body where files are taken
   * @param filePaths where files are taken, each with everything below it
   */
  public record Sizes(int headers, int body, int file, List<String> filePaths) {
    public Sizes {
      filePaths = List.copyOf(filePaths);
      requirePositive(headers, body, file);
    }

    public static Sizes customary() {
      return new Sizes(8_192, 65_536, 16_777_216, List.of("/v1/imports"));
    }
  }

  /**
   * How long is waited.
   *
   * @param head a connection may be without a request that has arrived: idle, in its handshake, or
   *     in the middle of header fields
   * @param step each time this long, a body must be whole or have moved on by 16 KiB for each
   *     second of it, both ways
   * @param answer from the last byte of a request to the head of its answer
   * @param fileAnswer the same where files are taken
   */
  public record Times(Duration head, Duration step, Duration answer, Duration fileAnswer) {
    public Times {
      for (Duration time : List.of(head, step, answer, fileAnswer)) {
        requirePositive(time.toMillis());
      }
    }

    /** A little more than a service takes for itself, so that its own answer arrives. */
    public static Times customary() {
      return new Times(
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(12),
          Duration.ofSeconds(35));
    }
  }

  /**
   * What one address may have.
   *
   * @param connections open at a time; one more is closed
   * @param requestsPerSecond in the long run; one more is answered with 429
   * @param burst requests at once
   */
  public record PerAddress(int connections, int requestsPerSecond, int burst) {
    public PerAddress {
      requirePositive(connections, requestsPerSecond, burst);
    }

    /** Generous: on this machine everybody has the same address. */
    public static PerAddress customary() {
      return new PerAddress(256, 500, 1_000);
    }
  }

  private static void requirePositive(long... values) {
    for (long value : values) {
      if (value <= 0) {
        throw new IllegalArgumentException("a limit is more than nothing");
      }
    }
  }
}
