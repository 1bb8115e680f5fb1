package app.lunaria.local.gateway.flow;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A body packed on its way (RFC 1952). The header carries a file name of random length, which every
 * reader skips: who counts the bytes of many answers cannot tell by them what an answer has in
 * common with a text of his (<i>Heal the Breach</i>, IEEE Access 2022).
 *
 * <pre>
 * member  = %x1F.8B.08.08 mtime xfl os name %x00 deflated crc32 size
 * mtime   = 4%x00    xfl = %x00    os = %xFF
 * name    = 0*{@value #LONGEST_NAME}"a"
 * crc32, size = 4 bytes each of what was packed, the lowest first
 * </pre>
 */
public final class GzipBody implements ReadStream<Buffer> {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int LONGEST_NAME = 100;
  private static final int LEVEL = 6;
  private static final int STEP = 8_192;

  private final ReadStream<Buffer> plain;
  private final Deflater deflater = new Deflater(LEVEL, true);
  private final CRC32 checksum = new CRC32();
  private final int nameLength;
  private boolean begun;
  private @Nullable Handler<Buffer> reader;

  public GzipBody(ReadStream<Buffer> plain, SecureRandom random) {
    this.plain = plain;
    this.nameLength = random.nextInt(LONGEST_NAME + 1);
  }

  private Buffer packed(byte[] bytes) {
    checksum.update(bytes);
    deflater.setInput(bytes);
    return deflated();
  }

  private Buffer rest() {
    deflater.finish();
    Buffer rest = deflated();
    rest.appendIntLE((int) checksum.getValue()).appendIntLE(deflater.getTotalIn());
    deflater.end();
    return rest;
  }

  private Buffer deflated() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(STEP);
    if (!begun) {
      begun = true;
      out.writeBytes(HEADER);
      out.writeBytes("a".repeat(nameLength).getBytes(StandardCharsets.US_ASCII));
      out.write(0);
    }
    byte[] step = new byte[STEP];
    for (int made = deflater.deflate(step); made > 0; made = deflater.deflate(step)) {
      out.write(step, 0, made);
    }
    return Buffer.buffer(out.toByteArray());
  }

  private void handOn(Buffer bytes) {
    if (reader != null && bytes.length() > 0) {
      reader.handle(bytes);
    }
  }

  @Override
  public GzipBody handler(@Nullable Handler<Buffer> handler) {
    reader = handler;
    plain.handler(handler == null ? null : bytes -> handOn(packed(bytes.getBytes())));
    return this;
  }

  @Override
  public GzipBody endHandler(@Nullable Handler<Void> handler) {
    plain.endHandler(
        handler == null
            ? null
            : end -> {
              handOn(rest());
              handler.handle(end);
            });
    return this;
  }

  @Override
  public GzipBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    plain.exceptionHandler(handler);
    return this;
  }

  @Override
  public GzipBody pause() {
    plain.pause();
    return this;
  }

  @Override
  public GzipBody resume() {
    plain.resume();
    return this;
  }

  @Override
  public GzipBody fetch(long amount) {
    plain.fetch(amount);
    return this;
  }
}
