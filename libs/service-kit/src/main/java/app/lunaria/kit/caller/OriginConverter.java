package app.lunaria.kit.caller;

import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Takes an origin only as apps write it into {@code htu} (RFC 6454 section 6.2): with another
 * spelling no proof would ever fit, and the start says so instead. Public, since the configuration
 * makes it.
 */
public class OriginConverter implements Converter<String> {
  private static final long serialVersionUID = 1;

  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[1-9][0-9]{0,4})?");
  private static final Pattern WITH_THE_SCHEMES_OWN_PORT =
      Pattern.compile("http://.*:80|https://.*:443");

  @Override
  public String convert(String value) {
    if (!ORIGIN.matcher(value).matches() || WITH_THE_SCHEMES_OWN_PORT.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an origin is scheme://host or scheme://host:port in lower case, without a slash at the"
              + " end and without the scheme's own port");
    }
    return value;
  }
}
