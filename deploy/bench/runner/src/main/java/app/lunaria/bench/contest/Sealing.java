package app.lunaria.bench.contest;

import app.lunaria.bench.measure.Contender;
import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Reading;
import app.lunaria.bench.measure.Scale;
import app.lunaria.bench.measure.Turn;
import app.lunaria.envelope.Binding;
import app.lunaria.envelope.DataKey;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Envelope;
import app.lunaria.envelope.Environment;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.SubjectId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals a document of 1 KiB and opens it again, one after the other, in one thread. */
public final class Sealing implements Contender {
  private static final int DOCUMENT = 1024;
  private static final int BATCH = 500;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String id;
  private final String name;
  private final IntSupplier operation;

  /** Whatever the compiler might find nobody needs. */
  private int sink;

  private Sealing(String id, String name, IntSupplier operation) {
    this.id = id;
    this.name = name;
    this.operation = operation;
  }

  /** Our envelope: keys derived for each document, padding, commitment and AES-256-GCM. */
  public static Sealing envelope(String id) {
    Envelope envelope = new Envelope();
    DataKey key = DataKey.random();
    DekId dekId = DekId.random();
    byte[] subject = new byte[32];
    new SecureRandom().nextBytes(subject);
    Binding binding =
        new Binding(
            Environment.DEV,
            ServiceName.of("cycle"),
            "journal-day",
            "document",
            SubjectId.of(subject),
            new byte[16]);
    byte[] document = new byte[DOCUMENT];
    return new Sealing(
        id,
        "libs/envelope",
        () ->
            envelope.open(key, dekId, binding, envelope.seal(key, dekId, binding, document))
                .length);
  }

  /** AES-256-GCM of the JDK, with an object of each kind made anew for each call. */
  public static Sealing raw(String id) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    byte[] document = new byte[DOCUMENT];
    return new Sealing(
        id,
        "JCA, fresh objects",
        () -> {
          byte[] iv = new byte[12];
          new SecureRandom().nextBytes(iv);
          return gcm(Cipher.DECRYPT_MODE, key, iv, gcm(Cipher.ENCRYPT_MODE, key, iv, document))
              .length;
        });
  }

  private static byte[] gcm(int mode, byte[] key, byte[] iv, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
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
  public void warmUp(Scale scale) {
    micros(scale.warmUp());
  }

  @Override
  public Reading turn(Turn length) {
    return new Reading(Map.of(Metric.MICROS, micros(length.measured())));
  }

  /** Processor time, so that nothing else that runs on the machine is in it. */
  private double micros(Duration atLeast) {
    long begin = THREADS.getCurrentThreadCpuTime();
    long end = begin;
    long done = 0;
    while (end - begin < atLeast.toNanos()) {
      for (int i = 0; i < BATCH; i++) {
        sink += operation.getAsInt();
      }
      done += BATCH;
      end = THREADS.getCurrentThreadCpuTime();
    }
    return (end - begin) / 1_000.0 / done;
  }

  @Override
  public String toString() {
    return name + " " + sink;
  }
}
