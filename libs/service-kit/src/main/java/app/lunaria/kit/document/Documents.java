package app.lunaria.kit.document;

import app.lunaria.envelope.DamagedException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.function.ToIntFunction;

/**
 * Writes and reads the JSON that is sealed. Readers ignore members that a later release may have
 * added, and refuse a document whose version {@code v} they do not know.
 */
@ApplicationScoped
public class Documents {
  private final ObjectMapper json =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The bytes to seal. */
  public byte[] write(Record document) {
    try {
      return json.writeValueAsBytes(document);
    } catch (JsonProcessingException notWritable) {
      throw new IllegalStateException(
          "a document of type " + document.getClass().getSimpleName() + " cannot be written");
    }
  }

  /**
   * Reads what was sealed.
   *
   * @param version the version that this release reads
   * @throws DamagedException if it is not such a document
   */
  public <T extends Record> T read(
      byte[] document, Class<T> type, ToIntFunction<T> v, int version) {
    T read;
    try {
      read = json.readValue(document, type);
    } catch (JacksonException notOurs) {
      throw new DamagedException("a sealed document is not readable JSON");
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory failed");
    }
    if (read == null || v.applyAsInt(read) != version) {
      throw new DamagedException("a sealed document has an unknown version");
    }
    return read;
  }
}
