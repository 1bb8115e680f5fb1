package app.lunaria.envelope.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * What a native executable must be told of the fast provider, held against the provider itself: it
 * looks up the class of each of its services while it is made, so that none may be missing, and its
 * library throws exceptions that it finds by name. A message of this test shows the list as it
 * should be.
 */
class NativeMetadataTest {
  private static final Class<?> PROVIDER = AmazonCorrettoCryptoProvider.class;
  private static final JsonNode METADATA = metadata();

  @Test
  void theClassOfEachServiceIsNamedWithItsConstructor() throws Exception {
    Map<String, Set<String>> needed = new TreeMap<>();
    for (Provider.Service service : AmazonCorrettoCryptoProvider.INSTANCE.getServices()) {
      needed.put(service.getClassName(), constructors(service.getClassName()));
    }

    Map<String, Set<String>> named = new TreeMap<>();
    for (JsonNode entry : METADATA.get("reflection")) {
      if (needed.containsKey(entry.get("type").asText())) {
        named.put(entry.get("type").asText(), namedConstructors(entry));
      }
    }

    assertThat(needed).hasSizeGreaterThan(40);
    assertThat(named).isEqualTo(needed);
  }

  @Test
  void theSetterOfAnAlgorithmsNameIsNamed() {
    JsonNode base = entry("com.amazon.corretto.crypto.provider.EvpSignatureBase");

    assertThat(base.at("/methods/0/name").asText()).isEqualTo("setAlgorithmName");
  }

  @Test
  void eachExceptionThatTheLibraryThrowsCanBeMadeByIt() throws Exception {
    Set<String> thrown = exceptionsOfTheLibrary();

    assertThat(thrown)
        .contains("java.security.SignatureException", "java.security.InvalidKeyException")
        .allSatisfy(
            name -> {
              assertThat(entry(name).path("jniAccessible").asBoolean()).as(name).isTrue();
              assertThat(entry(name).at("/methods/0/parameterTypes/0").asText())
                  .as(name)
                  .isEqualTo("java.lang.String");
            });
  }

  @Test
  void theFilesOfItsOwnTestsAreTakenIn() throws Exception {
    String folder = "com/amazon/corretto/crypto/provider/";
    List<String> globs =
        StreamSupport.stream(METADATA.get("resources").spliterator(), false)
            .map(resource -> resource.get("glob").asText())
            .toList();

    assertThat(globs).containsExactly(folder + "version.properties", folder + "testdata/*");
    try (InputStream tests = resource("/" + folder + "testdata/hmac.txt")) {
      assertThat(tests).isNotNull();
    }
  }

  private static Set<String> constructors(String type) throws ClassNotFoundException {
    Set<String> found = new TreeSet<>();
    for (Constructor<?> constructor :
        Class.forName(type, false, PROVIDER.getClassLoader()).getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length == 0 || Arrays.equals(parameters, new Class<?>[] {PROVIDER})) {
        found.add(Arrays.toString(Arrays.stream(parameters).map(Class::getName).toArray()));
      }
    }
    return found;
  }

  private static Set<String> namedConstructors(JsonNode entry) {
    Set<String> found = new TreeSet<>();
    for (JsonNode method : entry.path("methods")) {
      found.add(
          Arrays.toString(
              StreamSupport.stream(method.get("parameterTypes").spliterator(), false)
                  .map(JsonNode::asText)
                  .toArray()));
    }
    return found;
  }

  private static JsonNode entry(String type) {
    for (JsonNode entry : METADATA.get("reflection")) {
      if (entry.get("type").asText().equals(type)) {
        return entry;
      }
    }
    throw new AssertionError(type + " is not named");
  }

  /** As their names stand in it. */
  private static Set<String> exceptionsOfTheLibrary() throws IOException {
    Pattern name = Pattern.compile("(?:javax?|com)/[A-Za-z/]+(?:Exception|Error)");
    Set<String> found = new TreeSet<>();
    String library = System.mapLibraryName("amazonCorrettoCryptoProvider");
    try (InputStream in = resource("/com/amazon/corretto/crypto/provider/" + library)) {
      Matcher matcher = name.matcher(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      while (matcher.find()) {
        found.add(matcher.group().replace('/', '.'));
      }
    }
    return found;
  }

  private static JsonNode metadata() {
    try (InputStream in =
        resource("/META-INF/native-image/app.lunaria/envelope/reachability-metadata.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static InputStream resource(String path) {
    return NativeMetadataTest.class.getResourceAsStream(path);
  }
}
