package io.roster.server.connect;

import io.roster.core.credential.Secret;
import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.data.DataDirectory;
import io.roster.server.data.LocalCredential;
import io.roster.server.data.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A running server's admin API; whatever it refuses ends the command with what it said. */
public final class ServerConnection {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PAGE = "200";
  private static final int LONGEST_TOKEN = 1000;
  private static final JacksonJson JSON = new JacksonJson();

  private final URI server;
  private final Secret token;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private ServerConnection(URI server, Secret token) {
    this.server = server;
    this.token = token;
  }

  /** The server that runs on this data directory. */
  public static ServerConnection local(Path directory) {
    var found = LocalCredential.read(new DataDirectory(directory));
    return new ServerConnection(found.server(), found.token());
  }

  /** A server elsewhere, with the token in a file, else in the environment. */
  public static ServerConnection remote(URI server, Optional<Path> tokenFile) {
    if (!List.of("http", "https").contains(String.valueOf(server.getScheme()))
        || server.getHost() == null) {
      throw new Refusal("--server takes an address such as http://127.0.0.1:8081");
    }
    var token =
        tokenFile.map(ServerConnection::read).orElseGet(() -> System.getenv("ROSTER_TOKEN"));
    if (token == null || !token.strip().matches("[\\x21-\\x7e]{1,500}")) {
      throw new Refusal(
          "set ROSTER_TOKEN to an API token of the server at " + server + ", or --token-file");
    }
    return new ServerConnection(server, new Secret(token.strip()));
  }

  private static String read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST_TOKEN), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new Refusal("the file can't be read: " + file);
    }
  }

  public Json.Members get(String path) {
    return send("GET", path, Optional.empty());
  }

  public Json.Members post(String path, Json.Members body) {
    return post(path, JSON.write(body));
  }

  public Json.Members post(String path, String body) {
    return send("POST", path, Optional.of(body));
  }

  public Json.Members patch(String path, String body) {
    return send("PATCH", path, Optional.of(body));
  }

  public void delete(String path) {
    send("DELETE", path, Optional.empty());
  }

  /** Shows every item of a list to {@code each}, page by page. */
  public void forEach(String path, Map<String, String> query, Consumer<Json.Members> each) {
    var after = "";
    do {
      var parameters = new LinkedHashMap<>(query);
      parameters.put("limit", PAGE);
      parameters.put("after", after);
      var page = get(path + "?" + encoded(parameters));
      items(page).forEach(each);
      after = page.text("next").orElse("");
    } while (!after.isEmpty());
  }

  private static List<Json.Members> items(Json.Members page) {
    return page.values().get("items") instanceof Json.Items(var items)
        ? items.stream()
            .filter(Json.Members.class::isInstance)
            .map(Json.Members.class::cast)
            .toList()
        : List.of();
  }

  /** A segment of a path, however it is spelled. */
  public static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private Json.Members send(String method, String path, Optional<String> body) {
    var publisher = body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token.reveal())
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .build();
    try {
      return answer(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new Refusal("the server doesn't answer at " + server);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted");
    }
  }

  private static Json.Members answer(HttpResponse<String> reply) {
    var body = reply.body().isEmpty() ? "{}" : reply.body();
    Json.Members members;
    try {
      members = JSON.read(body);
    } catch (IllegalArgumentException e) {
      throw new Refusal("what answers there is no Roster");
    }
    if (reply.statusCode() >= 300) {
      throw new Refusal(
          members.text("title").orElse("refused with status " + reply.statusCode())
              + members.text("detail").map(detail -> ": " + detail).orElse(""));
    }
    return members;
  }
}
