package app.lunaria.bench.contest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A journal write in the language of pgbench, made of the statements that the bare service does. It
 * writes a new day and then replaces it. Each client writes for a person of its own, whose
 * pseudonym differs from the others' in its eighth byte.
 */
public final class WriteScript {
  private static final int NUMBERED_BYTE = 7;
  private static final int SEALED = 594;
  private static final String PERSON =
      "set_byte(cast(:base as bytea), 7, cast(:client_id as integer))";
  private static final String TAG =
      "(int8send(cast(:a as bigint)) || int8send(cast(:b as bigint)))";

  private final byte[] base = new byte[32];
  private final Path statements;
  private final Path file;
  private final Map<String, String> environment;

  /**
   * @param statements the folder of the bare service's statements
   * @param file where the script is to be written
   * @param environment how pgbench finds the database
   */
  public WriteScript(Path statements, Path file, Map<String, String> environment)
      throws IOException {
    this.statements = statements;
    this.file = file;
    this.environment = Map.copyOf(environment);
    ThreadLocalRandom.current().nextBytes(base);
    base[NUMBERED_BYTE] = 0;
    Files.writeString(file, text());
  }

  /** The pseudonyms of the people for whom it writes; their keys are to be made first. */
  public List<byte[]> subjects(int clients) {
    List<byte[]> subjects = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      byte[] subject = base.clone();
      subject[NUMBERED_BYTE] = (byte) client;
      subjects.add(subject);
    }
    return subjects;
  }

  private String text() throws IOException {
    String write =
        statement("key").replace(":subject", PERSON)
            + "\n\\gset\nbegin;\n"
            + statement("lock")
                .replace(":lock", "cast(:firstLock as bigint) + cast(:client_id as bigint)")
            + ";\n"
            + statement("standing").replace(":tag", TAG)
            + ";\n"
            + statement("write")
                .replace(":dekId", ":dek_id")
                .replace(":tag", TAG)
                .replace(":summary", ":document")
            + ";\ncommit;\n";
    return "\\set a random(1, 9000000000000000000)\n\\set b random(1, 9000000000000000000)\n"
        + write
        + write;
  }

  private String statement(String name) throws IOException {
    return Files.readString(statements.resolve(name + ".sql")).strip();
  }

  Path file() {
    return file;
  }

  String base() {
    return "\\x" + HexFormat.of().formatHex(base);
  }

  /** The lock of the first client: the first 8 bytes of its person's pseudonym. */
  long firstLock() {
    return ByteBuffer.wrap(base).getLong();
  }

  /** As long as a sealed day. */
  String document() {
    byte[] document = new byte[SEALED];
    ThreadLocalRandom.current().nextBytes(document);
    return "\\x" + HexFormat.of().formatHex(document);
  }

  Map<String, String> environment() {
    return environment;
  }
}
