package app.lunaria.bench.traffic;

import app.lunaria.bench.load.Request;
import app.lunaria.bench.load.Traffic;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.UUID;

/** New accounts at user-service, each of which costs it a hashed password. */
public final class SignUps implements Traffic {
  private final InetSocketAddress at;

  public SignUps(InetSocketAddress at) {
    this.at = at;
  }

  @Override
  public Optional<Request> next(int connection) {
    return Optional.of(
        new HttpText("POST", "/v1/account", at)
            .json(
                "{\"email\":\"%s@example.org\",\"password\":\"a long one, please\",\"birthDate\":\"1994-05-17\"}"
                    .formatted(UUID.randomUUID())));
  }
}
