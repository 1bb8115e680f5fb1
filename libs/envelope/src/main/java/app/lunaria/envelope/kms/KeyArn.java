package app.lunaria.envelope.kms;

import java.util.regex.Pattern;

/**
 * The full name of a KMS key. Aliases and bare ids are refused: only a full ARN names one key in
 * one account and Region for ever.
 */
public record KeyArn(String text) {
  private static final Pattern FORM =
      Pattern.compile("arn:aws[a-z-]{0,16}:kms:[a-z0-9-]{1,32}:[0-9]{12}:key/[A-Za-z0-9-]{1,64}");

  public KeyArn {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not the full ARN of a KMS key");
    }
  }

  public String region() {
    return text.split(":", -1)[3];
  }

  public String account() {
    return text.split(":", -1)[4];
  }

  @Override
  public String toString() {
    return text;
  }
}
