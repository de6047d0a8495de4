package io.roster.server.e2e;

import java.net.URI;
import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;

/** What a client was told when it registered, and what it can do with that, RFC 7592. */
public record Registration(JsonNode answer) {
  public String clientId() {
    return answer.get("client_id").asString();
  }

  public String secret() {
    return answer.get("client_secret").asString();
  }

  public Http.Reply read() {
    return Http.send(request());
  }

  public Http.Reply delete() {
    return Http.send(request().DELETE());
  }

  private HttpRequest.Builder request() {
    return Http.get(URI.create(answer.get("registration_client_uri").asString()))
        .header("Authorization", "Bearer " + answer.get("registration_access_token").asString());
  }
}
