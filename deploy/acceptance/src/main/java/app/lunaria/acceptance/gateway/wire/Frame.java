package app.lunaria.acceptance.gateway.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** One frame of HTTP/2 (RFC 9113 section 4.1). */
public record Frame(int type, int flags, int stream, byte[] payload) {
  public static final int DATA = 0x0;
  public static final int HEADERS = 0x1;
  public static final int RST_STREAM = 0x3;
  public static final int SETTINGS = 0x4;
  public static final int PING = 0x6;
  public static final int GOAWAY = 0x7;
  public static final int CONTINUATION = 0x9;

  public static final int END_STREAM = 0x1;
  public static final int ACK = 0x1;
  public static final int END_HEADERS = 0x4;
  private static final int PADDED = 0x8;
  private static final int PRIORITY = 0x20;

  /** Too much of something (section 7). */
  public static final int ENHANCE_YOUR_CALM = 0xb;

  private static final int HEAD = 9;
  private static final int CANCEL = 0x8;

  static Frame settings() {
    return new Frame(SETTINGS, 0, 0, new byte[0]);
  }

  static Frame acknowledgement() {
    return new Frame(SETTINGS, ACK, 0, new byte[0]);
  }

  /** Takes a request back (section 6.4). */
  public static Frame cancel(int stream) {
    return new Frame(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(CANCEL).array());
  }

  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + payload.length);
    bytes.put((byte) (payload.length >> 16)).putShort((short) payload.length);
    bytes.put((byte) type).put((byte) flags).putInt(stream).put(payload);
    return bytes.array();
  }

  /** Several, as they are sent at once. */
  public static byte[] together(Iterable<Frame> frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    frames.forEach(frame -> all.writeBytes(frame.bytes()));
    return all.toByteArray();
  }

  /** The next one; an {@code EOFException} when the connection is closed. */
  static Frame read(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int stream = in.readInt() & 0x7fff_ffff;
    return new Frame(type, flags, stream, in.readNBytes(length));
  }

  /** The header block of a HEADERS frame, without padding and priority (section 6.2). */
  byte[] block() {
    int from = (has(PADDED) ? 1 : 0) + (has(PRIORITY) ? 5 : 0);
    int to = payload.length - (has(PADDED) ? payload[0] & 0xff : 0);
    return from <= to ? Arrays.copyOfRange(payload, from, to) : new byte[0];
  }

  /** The error code of a RST_STREAM or a GOAWAY. */
  public int error() {
    return ByteBuffer.wrap(payload).getInt(type == GOAWAY ? 4 : 0);
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }
}
