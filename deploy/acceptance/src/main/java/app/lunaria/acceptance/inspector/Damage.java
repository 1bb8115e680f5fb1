package app.lunaria.acceptance.inspector;

import java.io.IOException;

/** Rows that were tampered with; closing puts them back as they were. */
public interface Damage extends AutoCloseable {
  @Override
  void close() throws IOException;
}
