package app.lunaria.kit.http.json;

import app.lunaria.kit.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads the JSON bodies of our resources, in place of the framework's reader, which takes doubled
 * and unknown members, numbers as texts, null for everything, and quotes what was sent in its
 * refusals. A resource takes its body as a record.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Priority(1)
public class JsonBodyReader implements MessageBodyReader<Object> {
  private final StrictJson json = new StrictJson();

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  /**
   * The record that the body describes.
   *
   * @throws ProblemException for every body that does not describe one
   */
  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> httpHeaders,
      InputStream body)
      throws IOException {
    return RecordBinder.bind(json.read(body.readAllBytes()), type);
  }
}
