package app.lunaria.local.gateway.authority;

import java.nio.file.Path;

/**
 * The files of the local authority are not as it left them. They are not replaced by themselves: a
 * person may have told programs to trust the certificate, and should hear of it.
 */
public final class DamagedAuthorityException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;

  DamagedAuthorityException(Path file, String what) {
    super(what);
    this.file = file;
  }

  /** The file at which it showed. Deleting its folder makes a new authority at the next start. */
  public Path file() {
    return file;
  }
}
