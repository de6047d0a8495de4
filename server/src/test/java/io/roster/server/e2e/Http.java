package io.roster.server.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests as the tests write them; nothing waits longer than a client would. */
public final class Http {
  public static final JsonMapper JSON = new JsonMapper();
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();

  /** A response, read to its end. */
  public record Reply(int status, Map<String, String> headers, String body) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  private Http() {}

  public static HttpRequest.Builder get(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(LIMIT);
  }

  public static HttpRequest.Builder postJson(URI uri, String body) {
    return get(uri).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
  }

  public static HttpRequest.Builder postForm(URI uri, Map<String, String> form) {
    return postForm(uri, encoded(form));
  }

  public static HttpRequest.Builder postForm(URI uri, String form) {
    return get(uri)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  public static Reply send(HttpRequest.Builder request) {
    try {
      return trySend(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For those who expect that nobody answers. */
  public static Reply trySend(HttpRequest.Builder request) throws IOException {
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      var headers =
          response.headers().map().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
      return new Reply(response.statusCode(), headers, response.body());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
