package app.lunaria.local.launcher.session;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.ProofKey;
import app.lunaria.acceptance.client.Tokens;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.OwnerOnlyFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;

/**
 * Who is signed in at this shell: the refresh token and the key that it is bound to, in a file of
 * the home that only its owner reads. Commands that run at the same time take turns at it, because
 * refresh tokens rotate.
 */
public final class Session {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String AGAIN = "sign in again: ./lunaria sign-in EMAIL";

  private final Home home;
  private final LunariaClient client;
  private final SecureRandom random;

  public Session(Home home, LunariaClient client, SecureRandom random) {
    this.home = home;
    this.client = client;
    this.random = random;
  }

  /** A token for one call, and the key to prove it with. */
  public record Access(ProofKey key, String token) {
    @Override
    public String toString() {
      return "‹Access›";
    }
  }

  public boolean exists() {
    return Files.exists(home.session());
  }

  public void signIn(String email, String password) throws IOException, InterruptedException {
    ProofKey key = ProofKey.generate(random);
    Answer answer = client.signIn(email, password, key, Service.USER.text());
    Tokens tokens =
        Tokens.of(answer)
            .orElseThrow(
                () ->
                    Refusals.of(
                        answer,
                        "POST /oauth2/token",
                        "address and password must be those of ./lunaria sign-up"));
    try (FileChannel file = OwnerOnlyFile.open(home.session());
        FileLock turn = file.lock()) {
      write(file, key, tokens);
    }
  }

  /** A new token for a service; the session keeps the next refresh token. */
  public Access refresh(Service service) throws IOException, InterruptedException {
    if (!exists()) {
      throw Complaint.wrongUse("nobody is signed in", "./lunaria sign-in EMAIL");
    }
    try (FileChannel file = OwnerOnlyFile.open(home.session());
        FileLock turn = file.lock()) {
      JsonNode kept = read(file);
      ProofKey key = ProofKey.fromJwk(kept.path("key").toString(), random);
      Answer answer = client.refresh(kept.path("refreshToken").asText(), key, service.text());
      Tokens tokens =
          Tokens.of(answer).orElseThrow(() -> Refusals.of(answer, "POST /oauth2/token", AGAIN));
      write(file, key, tokens);
      return new Access(key, tokens.access());
    } catch (IllegalArgumentException noKey) {
      throw new Complaint(
          ExitCode.DID_NOT_HOLD,
          "the sign-in kept here cannot be read",
          home.session().toString(),
          AGAIN);
    }
  }

  private static JsonNode read(FileChannel file) throws IOException {
    byte[] bytes = Channels.newInputStream(file).readAllBytes();
    try {
      return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException("no session");
    }
  }

  private static void write(FileChannel file, ProofKey key, Tokens tokens) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("refreshToken", tokens.refresh());
    json.set("key", JSON.readTree(key.toJwk()));
    OwnerOnlyFile.write(file, json.toString());
  }
}
