package app.lunaria.envelope;

import java.util.Arrays;

/** Who a person is inside user-service: 16 random bytes that never leave it. */
public final class AccountId {
  private final byte[] bytes;

  private AccountId(byte[] bytes) {
    this.bytes = bytes;
  }

  public static AccountId of(byte[] bytes) {
    return new AccountId(Bytes.copyOfExactly(16, bytes, "an account id"));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccountId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "‹AccountId›";
  }
}
