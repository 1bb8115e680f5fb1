package app.lunaria.envelope;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Function;

/**
 * Secret bytes of a key, from KMS or drawn here, until they are destroyed.
 *
 * <p>Destroying waits for the operations that are still inside and zeroes the bytes; an operation
 * that comes later ends in {@link KeyUnavailableException}. So none ever runs with a zeroed key.
 * Copies that the JDK's ciphers make of a key for one operation are out of our reach and left to
 * the garbage collector.
 */
public final class KeyMaterial implements AutoCloseable {
  private final StampedLock lock = new StampedLock();
  private final byte[] secret;
  private boolean destroyed;

  private KeyMaterial(byte[] secret) {
    this.secret = secret;
  }

  /** The array itself, not a copy: the caller must forget it. */
  public static KeyMaterial takeOwnershipOf(byte[] secret) {
    return new KeyMaterial(secret);
  }

  public static KeyMaterial random(int length) {
    byte[] fresh = new byte[length];
    new SecureRandom().nextBytes(fresh);
    return new KeyMaterial(fresh);
  }

  /** Of a length that is no secret. */
  public int length() {
    return secret.length;
  }

  public KeyMaterial copy() {
    return new KeyMaterial(copyBytes());
  }

  /**
   * The bytes, for the adapters that hand them to a key management service: the one way to them,
   * and by rule A7 only packages of the envelope may take it. The caller zeroes what it gets.
   *
   * @throws KeyUnavailableException if destroyed
   */
  public byte[] copyBytes() {
    return use(byte[]::clone);
  }

  /** Runs an operation on the bytes, which may neither keep nor change them. */
  <T> T use(Function<byte[], T> operation) {
    long stamp = lock.readLock();
    try {
      if (destroyed) {
        throw new KeyUnavailableException(
            KeyUnavailableException.Reason.DOWN, "the key was destroyed in this process");
      }
      return operation.apply(secret);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  /** Zeroes the bytes, once nobody uses them any more. Doing it again changes nothing. */
  public void destroy() {
    long stamp = lock.writeLock();
    try {
      destroyed = true;
      Arrays.fill(secret, (byte) 0);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public void close() {
    destroy();
  }

  /** In constant time; what was destroyed equals only itself. */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof KeyMaterial that)) {
      return false;
    }
    byte[] mine = copyUnlessDestroyed();
    byte[] theirs = that.copyUnlessDestroyed();
    try {
      return mine.length > 0 && MessageDigest.isEqual(mine, theirs);
    } finally {
      Arrays.fill(mine, (byte) 0);
      Arrays.fill(theirs, (byte) 0);
    }
  }

  private byte[] copyUnlessDestroyed() {
    long stamp = lock.readLock();
    try {
      return destroyed ? new byte[0] : secret.clone();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  /** Says nothing about the bytes. */
  @Override
  public int hashCode() {
    return secret.length;
  }

  @Override
  public String toString() {
    return "‹KeyMaterial›";
  }
}
