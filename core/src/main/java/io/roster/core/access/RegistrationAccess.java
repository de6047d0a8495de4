package io.roster.core.access;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.core.store.ClientLookup;
import java.time.InstantSource;
import java.util.Optional;

/** Checks registration access tokens, RFC 7592 section 2: each opens one client's configuration. */
public final class RegistrationAccess {
  /** What a check found. */
  public sealed interface Outcome {}

  /** The caller holds the client's token; managing the client takes one of these. */
  public record Granted(Client client, Secret token) implements Outcome {}

  /** Nothing was presented. */
  public record Missing() implements Outcome {}

  /** The token is wrong, expired or another client's, or the client does not exist: all alike. */
  public record Denied() implements Outcome {}

  private final ClientLookup clients;
  private final Digester digester;
  private final InstantSource clock;

  public RegistrationAccess(ClientLookup clients, Digester digester, InstantSource clock) {
    this.clients = clients;
    this.digester = digester;
    this.clock = clock;
  }

  public Outcome check(String clientId, Presented presented) {
    return switch (presented) {
      case Presented.Nothing nothing -> new Missing();
      case Presented.Bearer(var token) -> check(find(clientId), token);
    };
  }

  private Outcome check(Optional<Client> found, Secret token) {
    if (found.isEmpty()) {
      // An unknown client costs as much as a wrong token, so that the clock betrays neither.
      digester.matchNothing(token);
      return new Denied();
    }
    var client = found.get();
    boolean opens =
        opens(token, client.registrationToken())
            || client.previousToken().filter(previous -> opens(token, previous)).isPresent();
    return opens ? new Granted(client, token) : new Denied();
  }

  private boolean opens(Secret token, Credential credential) {
    return digester.matches(token, credential.digest()) && !credential.isExpired(clock.instant());
  }

  private Optional<Client> find(String clientId) {
    return ClientId.isValid(clientId) ? clients.find(new ClientId(clientId)) : Optional.empty();
  }
}
