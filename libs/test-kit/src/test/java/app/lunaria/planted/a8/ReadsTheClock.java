package app.lunaria.planted.a8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.Supplier;

class ReadsTheClock {
  class ByInstant {
    Instant now() {
      return Instant.now();
    }
  }

  class ByDate {
    LocalDate now() {
      return LocalDate.now(ZoneOffset.UTC);
    }
  }

  class ByDateTime {
    LocalDateTime now() {
      return LocalDateTime.now();
    }
  }

  class ByZone {
    ZonedDateTime now() {
      return ZonedDateTime.now();
    }
  }

  class ByOffset {
    OffsetDateTime now() {
      return OffsetDateTime.now();
    }
  }

  class ByReference {
    Supplier<Instant> now() {
      return Instant::now;
    }
  }

  class ByMillis {
    long now() {
      return System.currentTimeMillis();
    }
  }

  class ByOldDate {
    Date now() {
      return new Date();
    }
  }
}
