package app.lunaria.bench.contest;

import app.lunaria.bench.measure.Contender;
import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Reading;
import app.lunaria.bench.measure.Scale;
import app.lunaria.bench.measure.Turn;
import app.lunaria.bench.program.Sealer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Has a document of 1 KiB sealed and opened again, one after the other, in one thread. */
public final class Sealing implements Contender {
  private final String id;
  private final String name;
  private final Sealer sealer;
  private final String operation;

  private Sealing(String id, String name, Sealer sealer, String operation) {
    this.id = id + "/" + sealer.build().text();
    this.name = name + ", " + sealer.build().text();
    this.sealer = sealer;
    this.operation = operation;
  }

  /** Our envelope: keys derived for each document, padding, commitment and AES-256-GCM. */
  public static Sealing envelope(Sealer sealer) {
    return new Sealing("seal/envelope", "libs/envelope", sealer, "ENVELOPE");
  }

  /** AES-256-GCM of the JDK, with an object of each kind made anew for each call. */
  public static Sealing raw(Sealer sealer) {
    return new Sealing("seal/jca", "JCA, fresh objects", sealer, "JCA");
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void warmUp(Scale scale) throws IOException {
    micros(scale.warmUp().round());
  }

  @Override
  public Reading turn(Turn length) throws IOException {
    return new Reading(Map.of(Metric.MICROS, micros(length.measured())));
  }

  private double micros(Duration atLeast) throws IOException {
    return sealer.micros(operation, atLeast);
  }
}
