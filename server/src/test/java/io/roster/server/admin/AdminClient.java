package io.roster.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.cimd.DocumentRecord;
import io.roster.core.cimd.DocumentStore;
import io.roster.core.client.ClientId;
import io.roster.core.store.ClientStore;
import io.roster.server.data.DataDirectory;
import io.roster.server.data.LocalCredential;
import io.roster.server.serve.RunningServer;
import io.roster.testkit.Clients;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who administers a server by its API. */
public final class AdminClient {
  static final JsonMapper JSON = new JsonMapper();

  private final RunningServer server;
  private final String authorization;
  private final HttpClient http = HttpClient.newHttpClient();

  private AdminClient(RunningServer server, String authorization) {
    this.server = server;
    this.authorization = authorization;
  }

  /** Who can read the data directory. */
  public static AdminClient local(RunningServer server) {
    var token = LocalCredential.read(server.part(DataDirectory.class)).token().reveal();
    return bearer(server, token);
  }

  static AdminClient bearer(RunningServer server, String token) {
    return new AdminClient(server, "Bearer " + token);
  }

  static AdminClient basic(RunningServer server, String name, String password) {
    var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new AdminClient(server, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** An answer, read. */
  record Reply(int status, HttpResponse<String> raw) {
    JsonNode json() {
      return JSON.readTree(raw.body());
    }

    String text(String member) {
      return json().get(member).asString();
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  Reply get(String path) {
    return send("GET", path, "");
  }

  Reply post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  Reply send(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(server.admin("/api/v1" + path))
            .header("Authorization", authorization)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var raw = http.send(request.build(), BodyHandlers.ofString());
      return new Reply(raw.statusCode(), raw);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Admits a client with a secret. */
  String newClient(String name) {
    var reply =
        post(
            "/clients",
            "{\"client_name\":\"%s\",\"redirect_uris\":[\"https://app.example/cb\"]}"
                .formatted(name));
    assertThat(reply.status()).as(reply.raw()::body).isEqualTo(201);
    return reply.text("client_id");
  }

  /** A client that is known by a document; returns its encoded URL. */
  String newDocument() {
    var id = new ClientId("https://" + UUID.randomUUID() + ".example/client");
    server.part(ClientStore.class).insert(Clients.someClient(id.value()));
    var documents = server.part(DocumentStore.class);
    documents.fetched(DocumentRecord.of(id, Clients.NOON, Clients.NOON.plusSeconds(60)));
    return URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
  }

  /** An administrator of this role, by the password {@link RunningServer#PASSWORD}. */
  AdminClient newAdministrator(String role) {
    var name = role + "-" + UUID.randomUUID();
    var body =
        "{\"name\":\"%s\",\"password\":\"%s\",\"role\":\"%s\"}"
            .formatted(name, RunningServer.PASSWORD, role);
    assertThat(post("/administrators", body).status()).isEqualTo(201);
    return basic(server, name, RunningServer.PASSWORD);
  }

  /** A program that administers in this role. */
  AdminClient newProgram(String role) {
    return bearer(server, post("/api-tokens", "{\"role\":\"" + role + "\"}").text("token"));
  }
}
