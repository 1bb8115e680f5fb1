package app.lunaria.local.stack.client;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a ready process tells about itself in {@code stack.properties}, a file only its owner may
 * read.
 *
 * @param controlPort where commands are taken; an open connection is a lease
 * @param controlToken said first on each connection
 * @param processId of the JVM
 * @param postgresPort of the database server, on 127.0.0.1
 * @param superuser name of PostgreSQL's superuser
 * @param superuserPassword its password
 * @param kmsUrl address of the KMS endpoint
 * @param dataDirectory PostgreSQL's data directory
 */
public record StackProperties(
    int controlPort,
    String controlToken,
    long processId,
    int postgresPort,
    String superuser,
    String superuserPassword,
    String kmsUrl,
    Path dataDirectory) {

  /** The name of the file in the state folder. */
  public static final String FILE = "stack.properties";

  /** Reads the file; empty when no process says that it is ready. */
  static Optional<StackProperties> read(Path state) throws IOException {
    Properties p = new Properties();
    try (Reader reader =
        Files.newBufferedReader(state.resolve(FILE), StandardCharsets.ISO_8859_1)) {
      p.load(reader);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    return Optional.of(
        new StackProperties(
            Integer.parseInt(p.getProperty("control.port")),
            p.getProperty("control.token"),
            Long.parseLong(p.getProperty("pid")),
            Integer.parseInt(p.getProperty("pg.port")),
            p.getProperty("pg.superuser"),
            p.getProperty("pg.superuser.password"),
            p.getProperty("kms.url"),
            Path.of(p.getProperty("data.directory"))));
  }

  /** The file's content. */
  public Properties asProperties() {
    Properties p = new Properties();
    p.setProperty("control.port", Integer.toString(controlPort));
    p.setProperty("control.token", controlToken);
    p.setProperty("pid", Long.toString(processId));
    p.setProperty("pg.port", Integer.toString(postgresPort));
    p.setProperty("pg.superuser", superuser);
    p.setProperty("pg.superuser.password", superuserPassword);
    p.setProperty("kms.url", kmsUrl);
    p.setProperty("data.directory", dataDirectory.toString());
    return p;
  }

  @Override
  public String toString() {
    return "StackProperties[pid=" + processId + "]";
  }
}
