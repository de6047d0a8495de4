package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.core.json.Json;
import io.roster.core.metadata.Violation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks what an update says about members that only the server sets, RFC 7592 section 2.2. */
final class ManagedMembers {
  private static final List<String> FORBIDDEN =
      List.of(
          "registration_access_token",
          "registration_client_uri",
          "client_secret_expires_at",
          "client_id_issued_at");

  private final Digester digester;
  private final InstantSource clock;

  ManagedMembers(Digester digester, InstantSource clock) {
    this.digester = digester;
    this.clock = clock;
  }

  List<Violation> check(ClientUpdate update, Client client) {
    var body = update.body();
    var violations = new ArrayList<Violation>();
    if (!namesItself(update, client)) {
      violations.add(Violation.metadata("client_id", "repeat the client_id you were given"));
    }
    FORBIDDEN.stream()
        .filter(body.values()::containsKey)
        .forEach(name -> violations.add(Violation.metadata(name, "leave this member out")));
    if (!provesSecret(body, client)) {
      violations.add(
          Violation.metadata("client_secret", "send the current secret or leave this member out"));
    }
    return violations;
  }

  /** The secret an update repeats, if it does. */
  static Optional<Secret> presentedSecret(ClientUpdate update) {
    return update.body().values().get("client_secret") instanceof Json.Text(var secret)
        ? Optional.of(new Secret(secret))
        : Optional.empty();
  }

  private boolean isValid(Credential previous) {
    return !previous.isExpired(clock.instant());
  }

  private static boolean namesItself(ClientUpdate update, Client client) {
    var named = update.body().values().get("client_id");
    return switch (update) {
      case ClientUpdate.Replace replace -> Json.of(client.id().value()).equals(named);
      case ClientUpdate.Merge merge -> named == null || Json.of(client.id().value()).equals(named);
    };
  }

  private boolean provesSecret(Json.Members body, Client client) {
    return switch (body.values().get("client_secret")) {
      case null -> true;
      case Json.Text(var secret) ->
          Stream.of(client.secret(), client.previousSecret().filter(this::isValid))
              .flatMap(Optional::stream)
              .anyMatch(credential -> digester.matches(new Secret(secret), credential.digest()));
      case Json.Null ignored -> true;
      case Json.Numeral ignored -> false;
      case Json.Flag ignored -> false;
      case Json.Items ignored -> false;
      case Json.Members ignored -> false;
    };
  }
}
