package app.lunaria.kit.http.json;

import app.lunaria.redaction.Sensitive;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * How answers are written: what is not there is left out, days are texts, and what must not be
 * shown is refused.
 */
@Singleton
public class JsonAnswers implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper
        .setSerializationInclusion(JsonInclude.Include.NON_ABSENT)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .registerModule(new SimpleModule("redaction").addSerializer(new Refusal()));
  }

  /** A sensitive value goes out only where somebody revealed it. */
  private static final class Refusal extends StdSerializer<Sensitive<?>> {
    private static final long serialVersionUID = 1L;

    Refusal() {
      super(Sensitive.class, false);
    }

    @Override
    public void serialize(Sensitive<?> value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      throw JsonMappingException.from(out, "a sensitive value is not written");
    }
  }
}
