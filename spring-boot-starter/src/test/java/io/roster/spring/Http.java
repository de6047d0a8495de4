package io.roster.spring;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Talks to a server under test; follows no redirect, keeps cookies like a browser. */
final class Http {
  private final URI base;
  private final HttpClient client;

  private Http(URI base, HttpClient client) {
    this.base = base;
    this.client = client;
  }

  static Http to(int port) {
    return new Http(
        URI.create("http://localhost:" + port),
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
  }

  static Http securelyTo(int port, SSLContext tls) {
    return new Http(
        URI.create("https://localhost:" + port), HttpClient.newBuilder().sslContext(tls).build());
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(with(HttpRequest.newBuilder(base.resolve(path)), headers).build());
  }

  HttpResponse<String> post(String path, Form form, String... headers) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.encoded()));
    return send(with(request, headers).build());
  }

  HttpResponse<String> call(String method, String path, String json, String... headers) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
    return send(with(request, headers).build());
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("the server did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  static Json.Members json(HttpResponse<String> response) {
    return new JacksonJson().read(response.body());
  }

  static String text(HttpResponse<String> response, String member) {
    return json(response).text(member).orElseThrow(() -> new AssertionError(response.body()));
  }

  static Optional<String> location(HttpResponse<String> response) {
    return response.headers().firstValue("Location");
  }

  /** The query parameters of the address a response redirects to. */
  static Answer answer(HttpResponse<String> response) {
    var query =
        location(response)
            .map(uri -> uri.split("\\?", 2))
            .filter(parts -> parts.length == 2)
            .orElseThrow(() -> new AssertionError("no answer: " + response.statusCode()));
    return new Answer(
        List.of(query[1].split("&")).stream()
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
  }

  /** What came back in a redirect. */
  record Answer(Map<String, String> values) {
    String get(String name) {
      return Optional.ofNullable(values.get(name))
          .orElseThrow(() -> new AssertionError("no " + name + " in " + values));
    }
  }

  /** Parameters to send; each change makes a new one. */
  record Form(Map<String, List<String>> values) {
    static Form of(String... namesAndValues) {
      var form = new Form(Map.of());
      for (int i = 0; i < namesAndValues.length; i += 2) {
        form = form.with(namesAndValues[i], namesAndValues[i + 1]);
      }
      return form;
    }

    Form with(String name, String... next) {
      var more = new LinkedHashMap<>(values);
      more.put(name, List.of(next));
      return new Form(more);
    }

    Form without(String name) {
      var fewer = new LinkedHashMap<>(values);
      fewer.remove(name);
      return new Form(fewer);
    }

    String encoded() {
      return values.entrySet().stream()
          .flatMap(e -> e.getValue().stream().map(value -> e.getKey() + "=" + encode(value)))
          .collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
