package io.roster.http;

import io.roster.core.Roster;
import io.roster.core.access.InitialAccess;
import io.roster.core.json.Json;
import java.net.URI;
import java.util.Map;

/** The protocol over a registry in memory, and the few requests that most tests begin with. */
final class Protocol {
  static final String PUBLIC_CLIENT =
      """
      {"client_name":"Example","redirect_uris":["https://app.example/cb"],
       "token_endpoint_auth_method":"none"}""";
  static final String CONFIDENTIAL_CLIENT =
      """
      {"client_name":"Example","redirect_uris":["https://app.example/cb"]}""";

  final Roster roster = Roster.create(URI.create("https://as.example"));
  final Routes routes = new Routes(roster, InitialAccess.open(), Map.of());

  HttpReply answer(HttpCall call) {
    return routes.answer(call);
  }

  /** Registers and returns the client information. */
  Json.Members register(String json) {
    return answer(FakeCall.post(json)).body().orElseThrow();
  }

  /** A call to the client's own configuration, with its own token. */
  static FakeCall manage(String method, Json.Members client) {
    return FakeCall.of(method, pathOf(client))
        .bearer(client.text("registration_access_token").orElseThrow())
        .header("Content-Type", method.equals("PATCH") ? JsonBody.MERGE_PATCH : JsonBody.JSON);
  }

  static String pathOf(Json.Members client) {
    return URI.create(client.text("registration_client_uri").orElseThrow()).getPath();
  }

  int clients() {
    return roster.clients().firstPage(100).size();
  }
}
