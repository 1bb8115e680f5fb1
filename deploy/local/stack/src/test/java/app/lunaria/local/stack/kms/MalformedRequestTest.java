package app.lunaria.local.stack.kms;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.stack.client.Account;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * What no SDK sends: each such request is answered by 400 and a name, never by 500 and never by
 * silence.
 */
class MalformedRequestTest {
  private static EndpointUnderTest kms;
  private static String key;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    kms = new EndpointUnderTest(folder.resolve("kms.json"));
    key = kms.primary().createKey().join().keyMetadata().keyId();
  }

  @AfterAll
  static void stop() {
    kms.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Encrypt | `` | SerializationException",
        "Encrypt | { | SerializationException",
        "Encrypt | [] | SerializationException",
        "Encrypt | null | SerializationException",
        "Encrypt | {} | ValidationException",
        "Encrypt | {} {} | SerializationException",
        "Encrypt | {\"KeyId\":\"a\",\"KeyId\":\"b\"} | SerializationException",
        "Encrypt | {\"KeyId\":7,\"Plaintext\":\"AA==\"} | SerializationException",
        "Encrypt | {\"KeyId\":\"KEY\",\"Plaintext\":\"*\"} | SerializationException",
        "Encrypt | {\"KeyId\":\"KEY\",\"Plaintext\":{}} | SerializationException",
        "Encrypt | {\"KeyId\":\"KEY\",\"Plaintext\":null} | ValidationException",
        "Encrypt | {\"KeyId\":\"\",\"Plaintext\":\"AA==\"} | ValidationException",
        "Encrypt | {\"KeyId\":\"KEY\",\"Plaintext\":\"AA==\",\"EncryptionContext\":[]} | SerializationException",
        "Encrypt | {\"KeyId\":\"KEY\",\"Plaintext\":\"AA==\",\"EncryptionContext\":{\"a\":1}} | SerializationException",
        "Encrypt | {\"KeyId\":\"KEY\",\"Plaintext\":\"AA==\",\"EncryptionContext\":{\"a\":null}} | SerializationException",
        "Encrypt | {\"KeyId\":\"KEY\",\"Plaintext\":\"AA==\",\"EncryptionContext\":{\"\":\"a\"}} | ValidationException",
        "Encrypt | {\"KeyId\":\"KEY\",\"Plaintext\":\"AA==\",\"EncryptionContext\":{\"a\":\"\\ud800\"}} | SerializationException",
        "Encrypt | {\"KeyId\":\"KEY\",\"Plaintext\":\"AA==\",\"DryRun\":\"yes\"} | SerializationException",
        "Encrypt | {\"KeyId\":\"KEY\",\"Plaintext\":\"AA==\",\"EncryptionAlgorithm\":\"RSAES_OAEP_SHA_1\"} | UnsupportedOperationException",
        "Decrypt | {} | ValidationException",
        "Decrypt | {\"CiphertextBlob\":\"AQ==\"} | InvalidCiphertextException",
        "Decrypt | {\"CiphertextBlob\":\"AQ==\",\"Recipient\":{}} | UnsupportedOperationException",
        "GenerateDataKey | {\"KeyId\":\"KEY\",\"NumberOfBytes\":1.5} | SerializationException",
        "GenerateDataKey | {\"KeyId\":\"KEY\",\"NumberOfBytes\":99999999999} | SerializationException",
        "GenerateDataKey | {\"KeyId\":\"KEY\",\"KeySpec\":\"AES_512\"} | ValidationException",
        "DescribeKey | {\"KeyId\":\"../../etc\"} | NotFoundException",
        "CreateKey | {\"Tags\":{}} | SerializationException",
        "CreateKey | {\"Tags\":[7]} | SerializationException",
        "CreateKey | {\"Tags\":[{\"TagKey\":\"a\"}]} | ValidationException",
        "createkey | {} | UnknownOperationException",
        "`` | {} | UnknownOperationException",
      })
  void isAnsweredByItsName(String operation, String body, String name) throws Exception {
    HttpResponse<String> answer =
        http.send(
            signed("TrentService." + operation, body.replace("KEY", key)), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"__type\":\"" + name + "\"");
  }

  @Test
  void anUnsignedRequestIsRefused() throws Exception {
    HttpRequest unsigned =
        HttpRequest.newBuilder(URI.create(kms.endpoint().url() + "/"))
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "TrentService.CreateKey")
            .POST(BodyPublishers.ofString("{}"))
            .build();

    assertThat(http.send(unsigned, BodyHandlers.ofString()).body())
        .contains("MissingAuthenticationTokenException");
  }

  @Test
  void aSignatureOfOtherBytesIsRefused() throws Exception {
    HttpRequest signed = signed("TrentService.CreateKey", "{}");
    HttpRequest changed =
        HttpRequest.newBuilder(signed, (name, value) -> true)
            .POST(BodyPublishers.ofString("{\"Description\":\"other\"}"))
            .build();
    HttpRequest redirected =
        HttpRequest.newBuilder(signed, (name, value) -> true)
            .setHeader("X-Amz-Target", "TrentService.GenerateDataKey")
            .build();

    assertThat(http.send(changed, BodyHandlers.ofString()).body())
        .contains("InvalidSignatureException");
    assertThat(http.send(redirected, BodyHandlers.ofString()).body())
        .contains("InvalidSignatureException");
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() throws Exception {
    byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

    assertThat(http.send(signed("TrentService.CreateKey", body), BodyHandlers.ofString()).body())
        .contains("SerializationException");
  }

  @Test
  void anEnormousBodyIsRefused() throws Exception {
    HttpRequest enormous = signed("TrentService.CreateKey", " ".repeat(300_000) + "{}");

    assertThat(http.send(enormous, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
  }

  @Test
  void anotherMethodPathOrTypeIsAnUnknownOperation() throws Exception {
    URI root = URI.create(kms.endpoint().url() + "/");
    for (HttpRequest request :
        new HttpRequest[] {
          HttpRequest.newBuilder(root).GET().build(),
          HttpRequest.newBuilder(root.resolve("/other")).POST(BodyPublishers.noBody()).build(),
          HttpRequest.newBuilder(root).POST(BodyPublishers.ofString("{}")).build()
        }) {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("UnknownOperationException");
    }
  }

  private static HttpRequest signed(String target, String body) {
    return signed(target, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Signs by the SDK's own signer whatever the bytes are. */
  private static HttpRequest signed(String target, byte[] body) {
    URI uri = URI.create(kms.endpoint().url() + "/");
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(uri)
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", target)
            .build();
    var credentials = EndpointUnderTest.CREDENTIALS.get(Account.PRIMARY);
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(
                            AwsCredentialsIdentity.create(
                                credentials.accessKeyId(), credentials.secretAccessKey()))
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "kms")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, Account.REGION));
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(body));
    signed
        .request()
        .forEachHeader(
            (name, values) -> {
              if (!name.equalsIgnoreCase("Host")) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    return builder.build();
  }
}
