package app.lunaria.planted.a8;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;

class TakesTheClock {
  Date day(Clock clock) {
    return new Date(Instant.now(clock).toEpochMilli() + LocalDate.now(clock).toEpochDay());
  }

  UUID id(String text) {
    return UUID.fromString(text);
  }
}
