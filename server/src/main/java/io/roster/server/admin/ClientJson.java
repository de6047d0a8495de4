package io.roster.server.admin;

import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.credential.Credential;
import io.roster.core.json.Json;
import io.roster.core.metadata.Violation;
import io.roster.server.api.AdminReply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A client as the API tells it: never its secrets, but for those just issued. */
final class ClientJson {
  private ClientJson() {}

  static Json.Members of(Client client) {
    return of(client, 0);
  }

  /** The same, as one of many that are alike. */
  static Json.Members of(Client client, long alike) {
    var origin = client.origin();
    var members = new LinkedHashMap<String, Json>();
    members.put("client_id", Json.of(client.id().value()));
    members.put("state", Json.of(client.state().wireName()));
    members.put("tier", Json.of(origin.tier().wireName()));
    origin.initialToken().ifPresent(id -> members.put("initial_token", Json.of(id)));
    origin.statementIssuer().ifPresent(by -> members.put("statement_issuer", Json.of(by)));
    members.put("registered_at", Json.of(client.issuedAt().toString()));
    put(members, "last_used_at", client.lastUsedAt());
    boolean waits = client.state() == ClientState.PENDING;
    put(members, waits ? "waiting_since" : "decided_at", client.review().at());
    client.review().reason().ifPresent(reason -> members.put("reason", Json.of(reason)));
    if (alike > 0) {
      members.put("alike", Json.of(alike));
    }
    members.put("revision", Json.of(client.revision()));
    put(members, "secret_expires_at", client.secret().flatMap(Credential::expiresAt));
    put(
        members,
        "previous_secret_expires_at",
        client.previousSecret().flatMap(Credential::expiresAt));
    put(members, "registration_token_expires_at", client.registrationToken().expiresAt());
    members.put("metadata", client.metadata().toJson());
    return new Json.Members(members);
  }

  private static void put(Map<String, Json> members, String name, Optional<Instant> at) {
    at.ifPresent(instant -> members.put(name, Json.of(instant.toString())));
  }

  /** An answer with the client, what was issued to it, and the ETag of its revision. */
  static AdminReply reply(int status, Client client, Map<String, Json> issued) {
    var answer = new LinkedHashMap<>(of(client).values());
    answer.putAll(issued);
    return AdminReply.of(status, new Json.Members(answer)).with("ETag", tag(client));
  }

  static AdminReply reply(Client client) {
    return reply(200, client, Map.of());
  }

  private static String tag(Client client) {
    return "\"" + client.revision() + "\"";
  }

  static String told(List<Violation> violations) {
    return violations.stream()
        .map(violation -> violation.field() + ": " + violation.advice())
        .collect(Collectors.joining("; "));
  }
}
