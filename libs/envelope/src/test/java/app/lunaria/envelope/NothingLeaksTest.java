package app.lunaria.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.envelope.kms.GeneratedKey;
import app.lunaria.envelope.signature.Signatures;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which types hold something secret, what they show of it, and which methods give bytes at all. */
class NothingLeaksTest {
  private static final byte[] SECRET = "thirty-two bytes that nobody saw".getBytes();

  private static KeyMaterial secret() {
    return KeyMaterial.takeOwnershipOf(SECRET.clone());
  }

  /** Types that hold nothing secret, or have no instances. */
  private static final Set<String> HARMLESS =
      Set.of(
          "AnswerTag",
          "Base64Url",
          "DamagedException",
          "DekId",
          "Envelope",
          "Environment",
          "IndexKind",
          "KeyUnavailableException",
          "MalformedBase64UrlException",
          "Reason",
          "ServiceName",
          "Signatures",
          "SubjectId",
          "WrapBinding",
          "AwsKeyManagement",
          "KeyArn",
          "KeyContext",
          "KeyManagement",
          "KeyState");

  static List<Object> holders() {
    SubjectId subject = SubjectId.of(Arrays.copyOf(new byte[] {9}, 32));
    Envelope envelope = new Envelope();
    DataKey key = DataKey.of(secret());
    Binding binding =
        new Binding(Environment.TEST, ServiceName.USER, "account", "document", subject, SECRET);
    return List.of(
        AccountId.of(Arrays.copyOf(SECRET, 16)),
        binding,
        key,
        DayTags.of(key),
        EmailAddress.parse("thirty-two@nobody.example").orElseThrow(),
        IndexKey.of(IndexKind.EMAIL, Environment.TEST, ServiceName.USER, secret()),
        new IndexValue(SECRET),
        Kek.of(secret()),
        secret(),
        PairwiseKey.of(secret()),
        RefreshToken.parse(Base64Url.encode(SECRET)).orElseThrow(),
        envelope.seal(key, DekId.random(), binding, SECRET),
        TokenKey.of(TokenKey.newMaterial(Signatures.ofJdk())),
        WrappedKey.of(SECRET),
        new GeneratedKey(secret(), SECRET));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void theTextOfAHolderShowsThatItHoldsAndNotWhat(Object holder) {
    String text = holder.toString();

    assertThat(text)
        .matches("‹[A-Za-z0-9, ]+›|Binding\\[test user account/document of [\\w-]{43}]");
    assertThat(leaks(text)).isFalse();
  }

  @Test
  void aTextThatLeakedWouldBeCaught() {
    assertThat(leaks(new String(SECRET, StandardCharsets.UTF_8))).isTrue();
    assertThat(leaks(HexFormat.of().formatHex(SECRET))).isTrue();
    assertThat(leaks(Arrays.toString(SECRET))).isTrue();
    assertThat(leaks("DataKey[" + Base64.getEncoder().encodeToString(SECRET) + "]")).isTrue();
    assertThat(leaks("EmailAddress[thirty-two@nobody.example]")).isTrue();
  }

  private static boolean leaks(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String decimals = Arrays.toString(Arrays.copyOf(SECRET, 8)).replaceAll("[\\[\\]]", "");
    return lower.contains("thirty")
        || lower.contains(HexFormat.of().formatHex(SECRET, 0, 8))
        || text.contains(decimals)
        || text.contains(Base64Url.encode(SECRET).substring(0, 10));
  }

  @Test
  void everyPublicTypeIsEitherHarmlessOrHeldAgainstTheseTests() throws Exception {
    Set<String> held =
        holders().stream().map(h -> h.getClass().getSimpleName()).collect(Collectors.toSet());
    Set<String> all = new TreeSet<>(HARMLESS);
    all.addAll(held);

    assertThat(publicTypes().map(Class::getSimpleName)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void noOtherPublicMethodGivesBytes() throws Exception {
    assertThat(
            publicTypes()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(NothingLeaksTest::isPublicAndGivesBytes)
                .map(m -> m.getDeclaringClass().getSimpleName() + "." + m.getName())
                .sorted())
        .containsExactly(
            "AccountId.bytes",
            "AnswerTag.of",
            "Base64Url.decode",
            "Binding.rowId",
            "DayTags.of",
            "DekId.bytes",
            "Envelope.open",
            "GeneratedKey.ciphertext",
            "IndexValue.bytes",
            "KeyMaterial.copyBytes",
            "RefreshToken.hash",
            "Sealed.bytes",
            "Signatures.drawRsaKey",
            "Signatures.signPs256",
            "SubjectId.bytes",
            "TokenKey.signPs256",
            "WrappedKey.bytes");
  }

  private static boolean isPublicAndGivesBytes(Method method) {
    return Modifier.isPublic(method.getModifiers()) && method.getReturnType() == byte[].class;
  }

  @Test
  void noPublicMethodNamesAKeyOfTheJdkButThePublicOne() throws Exception {
    assertThat(
            publicTypes()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> java.security.Key.class.isAssignableFrom(method.getReturnType()))
                .map(Method::getName))
        .containsExactly("publicKey");
  }

  @Test
  void noHolderIsSerializable() throws Exception {
    assertThat(holders()).noneMatch(Serializable.class::isInstance);
  }

  @Test
  void noRandomnessIsStatic() throws Exception {
    assertThat(
            types()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(
                    field ->
                        Random.class.isAssignableFrom(field.getType())
                            || field.getType() == SecureRandom.class))
        .isEmpty();
  }

  @Test
  void noCryptographyProviderIsPutInOrAsked() throws Exception {
    try (Stream<Path> files = Files.walk(classes())) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .noneMatch(file -> names(file, "java/security/Security") || names(file, "addProvider"));
    }
  }

  private static boolean names(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Stream<Class<?>> publicTypes() throws IOException, URISyntaxException {
    return types().filter(type -> Modifier.isPublic(type.getModifiers()));
  }

  private static Stream<Class<?>> types() throws IOException, URISyntaxException {
    Path root = classes();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .<Class<?>>map(NothingLeaksTest::load)
          .filter(type -> !type.isAnonymousClass() && !type.isSynthetic())
          .toList()
          .stream();
    }
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(Envelope.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, NothingLeaksTest.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }
}
