package io.roster.spring.authorize;

import io.roster.core.Roster;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Tombstone;
import io.roster.core.uri.RedirectUri;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Clients that are asked for and not to be found: why that is, and whether they can come back. */
public final class AbsentClients {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final String AGAIN = "; it has to register again";

  private final Roster roster;

  public AbsentClients(Roster roster) {
    this.roster = roster;
  }

  /** Puts a client back that time took away, where the settings allow it. */
  boolean revive(String clientId, String redirectUri) {
    return ClientId.isValid(clientId)
        && roster
            .registrar()
            .revive(new ClientId(clientId), RedirectUri.of(redirectUri))
            .filter(client -> client.isActive())
            .isPresent();
  }

  /** What to tell a person whose application is not to be found. */
  OAuth2Error explain(String clientId) {
    if (!ClientId.isValid(clientId)) {
      return gone("the client is unknown here" + AGAIN);
    }
    var id = new ClientId(clientId);
    return roster
        .clients()
        .find(id)
        .map(client -> new OAuth2Error("invalid_request", told(client.state()), null))
        .orElseGet(() -> gone(roster.tombstone(id)));
  }

  private static OAuth2Error gone(Optional<Tombstone> tombstone) {
    return gone(tombstone.map(AbsentClients::told).orElse("the client is unknown here") + AGAIN);
  }

  private static OAuth2Error gone(String advice) {
    return new OAuth2Error("invalid_client", advice, null);
  }

  static String told(ClientState state) {
    return switch (state) {
      case PENDING ->
          "the client waits for an approval by whoever runs this server; try again once it has"
              + " been given";
      case DISABLED -> "the client was switched off by whoever runs this server";
      case DENIED -> "the client was not approved by whoever runs this server";
      case ACTIVE -> "the client has just changed; try again";
    };
  }

  private static String told(Tombstone tombstone) {
    return "the client was removed on %s, %s"
        .formatted(DAY.format(tombstone.endedAt()), reason(tombstone.ending()));
  }

  private static String reason(Ending ending) {
    return switch (ending) {
      case DELETED_BY_CLIENT -> "by itself";
      case DELETED_BY_ADMINISTRATOR -> "by whoever runs this server";
      case NEVER_USED, EVICTED -> "because nobody had used it since it registered";
      case IDLE -> "because nobody had used it for a long time";
    };
  }
}
