package app.lunaria.bench.measure;

import java.io.IOException;

/** Somebody who takes a turn. */
public interface Contender {
  /** {@link Series#id}. */
  String id();

  /** {@link Series#name}. */
  String name();

  Reading turn(Turn length) throws IOException, InterruptedException;

  /** Once, before the first turn of all: until the compilers have done their work. */
  default void warmUp(Scale scale) throws IOException, InterruptedException {}
}
