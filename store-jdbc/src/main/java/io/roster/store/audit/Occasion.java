package io.roster.store.audit;

import io.roster.core.audit.Actor;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.credential.Credential;
import java.time.Instant;
import java.util.Optional;

/**
 * One occasion on which somebody does something to a client, before it is known what came of it.
 */
public record Occasion(AuditWriter writer, Instant at, Actor actor, Optional<String> rules) {
  /** A client came. */
  public AuditEntry registered(Client client, String metadata) {
    return entry("registered", client.id(), Optional.empty(), writer.picture(client, metadata));
  }

  /** Somebody has to decide on a client that came. */
  public AuditEntry held(Client client, String metadata) {
    return entry("held", client.id(), Optional.empty(), writer.picture(client, metadata));
  }

  /** A client became another; nothing where only the lives of its credentials moved. */
  public Optional<AuditEntry> changed(Client before, String old, Client after, String metadata) {
    return change(before, after)
        .map(
            action ->
                entry(
                    action,
                    after.id(),
                    writer.picture(before, old),
                    writer.picture(after, metadata)));
  }

  /** A client is gone. */
  public AuditEntry ended(Client before, String metadata, Ending ending) {
    var action =
        switch (ending) {
          case DELETED_BY_CLIENT, DELETED_BY_ADMINISTRATOR -> "deleted";
          case NEVER_USED, IDLE -> "purged";
          case EVICTED -> "evicted";
        };
    return entry(action, before.id(), writer.picture(before, metadata), Optional.empty());
  }

  private AuditEntry entry(
      String action, ClientId client, Optional<String> before, Optional<String> after) {
    // Whoever goes was not judged; a new one that needs its place was.
    var by = after.isEmpty() && before.isPresent() ? Optional.<String>empty() : rules;
    return new AuditEntry(at, action, Optional.of(client.value()), actor, by, before, after);
  }

  private static Optional<String> change(Client before, Client after) {
    if (before.state() != after.state() || isSaidOtherwise(before, after)) {
      return Optional.of(decision(before.state(), after.state()));
    }
    if (!before.metadata().equals(after.metadata()) || !before.origin().equals(after.origin())) {
      return Optional.of("updated");
    }
    if (!digest(before.secret()).equals(digest(after.secret()))) {
      return Optional.of("secret_rotated");
    }
    return before.registrationToken().digest().equals(after.registrationToken().digest())
        ? Optional.empty()
        : Optional.of("token_replaced");
  }

  /** Whoever decides the same again may do so in other words. */
  private static boolean isSaidOtherwise(Client before, Client after) {
    return !before.review().reason().equals(after.review().reason());
  }

  private static Optional<String> digest(Optional<Credential> held) {
    return held.map(credential -> credential.digest().text());
  }

  private static String decision(ClientState before, ClientState after) {
    return switch (after) {
      case ACTIVE -> before == ClientState.DISABLED ? "enabled" : "approved";
      case PENDING -> "held";
      case DISABLED -> "disabled";
      case DENIED -> "denied";
    };
  }
}
