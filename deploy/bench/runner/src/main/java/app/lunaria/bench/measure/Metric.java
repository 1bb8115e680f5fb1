package app.lunaria.bench.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a turn can give. The text stands in the report's JSON and is never changed. */
public enum Metric {
  /** Answered requests or done operations a second. */
  PER_SECOND("perSecond"),
  /** Half of the answers came within, in microseconds. */
  MEDIAN_MICROS("medianMicros"),
  /** 99 of 100 answers came within, in microseconds. */
  P99_MICROS("p99Micros"),
  /** Processor time of the service for one request, in microseconds. */
  SERVICE_CPU_MICROS("serviceCpuMicros"),
  /** Processor time of PostgreSQL for one request, in microseconds. */
  DATABASE_CPU_MICROS("databaseCpuMicros"),
  /** How much of one core the load took to make, 0 to 1. */
  LOAD_SHARE("loadShare"),
  /** Processor time of one operation in this process, in microseconds. */
  MICROS("micros"),
  /** From the start of the process to its first answer that it is ready, in milliseconds. */
  READY_MILLIS("readyMillis"),
  /** VmRSS in 10⁶ bytes. */
  RESIDENT_MEGABYTES("residentMegabytes"),
  /** PSS in 10⁶ bytes. */
  PROPORTIONAL_MEGABYTES("proportionalMegabytes"),
  /** Requests to the key service. */
  KMS_CALLS("kmsCalls");

  private final String text;

  Metric(String text) {
    this.text = text;
  }

  @JsonCreator
  static Metric of(String text) {
    return Arrays.stream(values())
        .filter(metric -> metric.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such metric"));
  }

  @JsonValue
  public String text() {
    return text;
  }
}
