package app.lunaria.bench;

import static app.lunaria.bench.report.Target.Bound.AT_LEAST;
import static app.lunaria.bench.report.Target.Bound.AT_MOST;

import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.report.Target;
import java.util.List;
import java.util.Optional;

/** The numbers that the design wants to be reached. */
final class Targets {
  private static final String BEARER = "journal-write/cycle/bearer/";

  private Targets() {}

  static List<Target> all() {
    return List.of(
        ratio(
            "write-bare",
            "journal write ÷ bare Quarkus, same statements",
            Metric.PER_SECOND,
            BEARER + "JVM",
            "journal-write/bare/JVM",
            AT_LEAST,
            0.9),
        ratio(
            "write-pgbench",
            "journal write ÷ pgbench, same statements",
            Metric.PER_SECOND,
            BEARER + "JVM",
            "journal-write/pgbench",
            AT_LEAST,
            0.6),
        ratio(
            "write-dpop",
            "journal write with DPoP ÷ without",
            Metric.PER_SECOND,
            "journal-write/cycle/dpop/JVM",
            BEARER + "JVM",
            AT_LEAST,
            0.7),
        ratio(
            "write-native",
            "journal write, native ÷ JVM",
            Metric.PER_SECOND,
            BEARER + "native",
            BEARER + "JVM",
            AT_LEAST,
            0.8),
        ratio(
            "forecast-bare",
            "forecast of 10 years ÷ bare Quarkus reading one row",
            Metric.MEDIAN_MICROS,
            "forecast-latency/cycle/10y/JVM",
            "forecast-latency/bare/JVM",
            AT_MOST,
            2),
        ratio(
            "forecast-flat",
            "forecast of 10 years ÷ of 1 year",
            Metric.MEDIAN_MICROS,
            "forecast-latency/cycle/10y/JVM",
            "forecast-latency/cycle/1y/JVM",
            AT_MOST,
            1.1),
        ratio(
            "forecast-after-write-flat",
            "forecast after a write, 10 years ÷ 1 year",
            Metric.MEDIAN_MICROS,
            "forecast-after-write/cycle/10y/JVM",
            "forecast-after-write/cycle/1y/JVM",
            AT_MOST,
            1.1),
        alone(
            "kms",
            "requests to the key service in steady state",
            Metric.KMS_CALLS,
            "kms/steady",
            AT_MOST,
            0),
        ratio(
            "seal-jca",
            "seal and open 1 KiB ÷ JCA with fresh objects",
            Metric.MICROS,
            "seal/envelope/JVM",
            "seal/jca/JVM",
            AT_MOST,
            5),
        alone(
            "seal-micros",
            "seal and open 1 KiB, µs",
            Metric.MICROS,
            "seal/envelope/JVM",
            AT_MOST,
            10),
        ratio(
            "seal-native",
            "seal and open 1 KiB, native ÷ JVM",
            Metric.MICROS,
            "seal/envelope/native",
            "seal/envelope/JVM",
            AT_MOST,
            1.5),
        alone(
            "start-user",
            "user-service, native, ready in ms",
            Metric.READY_MILLIS,
            "start/user/native",
            AT_MOST,
            100),
        alone(
            "start-cycle",
            "cycle-service, native, ready in ms",
            Metric.READY_MILLIS,
            "start/cycle/native",
            AT_MOST,
            100),
        ratio(
            "start-bare",
            "cycle-service, native, ready ÷ bare Quarkus",
            Metric.READY_MILLIS,
            "start/cycle/native",
            "start/bare/native",
            AT_MOST,
            2),
        alone(
            "rss-user",
            "user-service, native, RSS after start in MB",
            Metric.RESIDENT_MEGABYTES,
            "start/user/native",
            AT_MOST,
            100),
        alone(
            "rss-cycle",
            "cycle-service, native, RSS after start in MB",
            Metric.RESIDENT_MEGABYTES,
            "start/cycle/native",
            AT_MOST,
            100),
        alone(
            "rss-load-user",
            "user-service, native, RSS under load in MB",
            Metric.RESIDENT_MEGABYTES,
            "memory/user/native",
            AT_MOST,
            150),
        alone(
            "rss-load-cycle",
            "cycle-service, native, RSS under load in MB",
            Metric.RESIDENT_MEGABYTES,
            "memory/cycle/native",
            AT_MOST,
            150));
  }

  private static Target ratio(
      String id,
      String what,
      Metric metric,
      String subject,
      String baseline,
      Target.Bound bound,
      double limit) {
    return new Target(id, what, metric, subject, Optional.of(baseline), bound, limit);
  }

  private static Target alone(
      String id, String what, Metric metric, String subject, Target.Bound bound, double limit) {
    return new Target(id, what, metric, subject, Optional.empty(), bound, limit);
  }
}
