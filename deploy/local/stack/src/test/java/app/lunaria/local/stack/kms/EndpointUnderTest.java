package app.lunaria.local.stack.kms;

import app.lunaria.local.stack.client.Account;
import app.lunaria.local.stack.client.AccountCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** An endpoint in this JVM with the real SDK's clients for both accounts. */
final class EndpointUnderTest implements AutoCloseable {
  static final Map<Account, AccountCredentials> CREDENTIALS =
      Map.of(
          Account.PRIMARY, new AccountCredentials("local-primary", "first-secret"),
          Account.BACKUP, new AccountCredentials("local-backup", "second-secret"));

  private final Path file;
  private KmsEndpoint endpoint;
  private KmsAsyncClient primary;
  private KmsAsyncClient backup;

  EndpointUnderTest(Path file) throws IOException {
    this.file = file;
    open();
  }

  private void open() throws IOException {
    endpoint = new KmsEndpoint(new KeyRegistry(file, InstantSource.system()), CREDENTIALS);
    primary = async(CREDENTIALS.get(Account.PRIMARY));
    backup = async(CREDENTIALS.get(Account.BACKUP));
  }

  /** The same keys, read from their file by a new endpoint. */
  void restart() throws IOException {
    close();
    open();
  }

  KmsEndpoint endpoint() {
    return endpoint;
  }

  KmsAsyncClient primary() {
    return primary;
  }

  KmsAsyncClient backup() {
    return backup;
  }

  KmsAsyncClient async(AccountCredentials credentials) {
    return configured(KmsAsyncClient.builder(), credentials)
        .httpClientBuilder(
            NettyNioAsyncHttpClient.builder().connectionTimeout(Duration.ofSeconds(5)))
        .build();
  }

  KmsClient sync(AccountCredentials credentials) {
    return configured(KmsClient.builder(), credentials)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(
      B builder, AccountCredentials credentials) {
    return builder
        .endpointOverride(URI.create(endpoint.url()))
        .region(Region.of(Account.REGION))
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    credentials.accessKeyId(), credentials.secretAccessKey())));
  }

  @Override
  public void close() {
    primary.close();
    backup.close();
    endpoint.close();
  }
}
