package io.roster.server.data;

import io.roster.core.credential.Digest;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.core.credential.SecretIssuer;
import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;

/**
 * How commands on the same machine find a running server and prove that they may: a file in the
 * data directory, readable by its owner alone, with the address and a token that is new at each
 * start.
 */
public final class LocalCredential {
  static final String FILE = "admin.json";

  private final Path file;
  private final Secret token;
  private final Digester digester = Digester.withoutPepper();
  private final Digest digest;

  /** Takes the token from {@code random}, which has to be cryptographically strong. */
  public LocalCredential(DataDirectory directory, RandomGenerator random) {
    this.file = directory.path().resolve(FILE);
    this.token = new SecretIssuer(random).issue();
    this.digest = digester.digest(token);
  }

  /** Where a server on this machine listens, and the token it takes. */
  public record Found(URI server, Secret token) {}

  /** Reads what a running server wrote; refuses when there is none. */
  public static Found read(DataDirectory directory) {
    var file = directory.path().resolve(FILE);
    try {
      var members = new JacksonJson().read(Files.readString(file));
      return new Found(
          URI.create(members.text("url").orElseThrow()),
          new Secret(members.text("token").orElseThrow()));
    } catch (NoSuchFileException e) {
      throw new Refusal(
          "no server runs on "
              + directory.path()
              + "; start it with 'roster serve', or name its directory with --data");
    } catch (IOException | IllegalArgumentException | NoSuchElementException e) {
      throw new Refusal("the local credential can't be read: " + file);
    }
  }

  /** Whether this is the token in the file. */
  public boolean matches(String presented) {
    return digester.matches(new Secret(presented), digest);
  }

  /** Writes the file, all of it or nothing. */
  public void publish(String address, int port) {
    var host = address.equals("0.0.0.0") ? "127.0.0.1" : address;
    var members = new LinkedHashMap<String, Json>();
    members.put(
        "url", Json.of("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port));
    members.put("token", Json.of(token.reveal()));
    var text = new JacksonJson().write(new Json.Members(members));
    try {
      OwnersFile.write(file, text);
    } catch (IOException e) {
      throw new Refusal("the local credential can't be written: " + file);
    }
  }

  /** Removes the file: nobody listens any more. */
  public void withdraw() throws IOException {
    Files.deleteIfExists(file);
  }
}
