package io.roster.core.registration;

import io.roster.core.access.RegistrationAccess.Granted;
import io.roster.core.client.Client;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Issued;
import io.roster.core.credential.Secret;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Reading.Malformed;
import io.roster.core.metadata.Reading.Parsed;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.UpdateOutcome.Gone;
import io.roster.core.registration.UpdateOutcome.Updated;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.ClientStore;
import io.roster.core.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Registers, reads, updates and deletes clients; the only place that knows the order of things. */
public final class Registrar {
  private static final int UPDATE_ATTEMPTS = 16;
  private static final Duration SMALLEST_SLIDE = Duration.ofMinutes(1);

  private final Amendments amendments;
  private final RegistrationPolicy policy;
  private final ManagedMembers managedMembers;
  private final Issuers issuers;
  private final ClientStore clients;
  private final ClientEvents events;

  public Registrar(
      RegistrationSettings settings,
      RegistrationPolicy policy,
      Issuers issuers,
      ClientStore clients,
      ClientEvents events) {
    this.amendments = new Amendments(settings);
    this.policy = policy;
    this.managedMembers = new ManagedMembers(issuers.digester());
    this.issuers = issuers;
    this.clients = clients;
    this.events = events;
  }

  /** Registers a new client, RFC 7591 section 3. */
  public RegistrationOutcome register(ClientMetadata requested) {
    var metadata = amendments.apply(requested);
    var violations = policy.check(new Candidate(metadata));
    if (!violations.isEmpty()) {
      return rejected(violations);
    }
    var now = issuers.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    var secret = secretFor(metadata, Optional.empty(), now);
    var token = issuers.registrationTokens().issue(now);
    var client =
        Client.first(issuers.ids().issue(), metadata, secret.credential(), token.credential(), now);
    return switch (clients.insert(client)) {
      case INSERTED -> {
        events.publish(new ClientEvent.Registered(client));
        yield new Registered(client, secret.issued(), token.secret());
      }
      case ID_TAKEN -> throw new IllegalStateException("issued a taken identifier: " + client.id());
    };
  }

  /** Reports a request that never became metadata, so that all refusals are seen in one place. */
  public RegistrationOutcome.Rejected rejected(List<Violation> violations) {
    events.publish(new ClientEvent.RegistrationRejected(violations));
    return new RegistrationOutcome.Rejected(violations);
  }

  /** Reads a client's configuration, RFC 7592 section 2.1; using the token prolongs its life. */
  public Client read(Granted access) {
    var client = access.client();
    var prolonged = prolonged(client.registrationToken());
    if (!prolonged.equals(client.registrationToken())) {
      prolong(client.withRegistrationToken(prolonged));
    }
    return client;
  }

  private void prolong(Client next) {
    try {
      // Whoever changed the client meanwhile has prolonged the token too.
      clients.replace(next);
    } catch (StoreUnavailableException unavailable) {
      // What was asked for is there; the token lives on and the next use prolongs it.
    }
  }

  /** Updates a client, RFC 7592 section 2.2: all rules of registration judge the result. */
  public UpdateOutcome update(Granted access, ClientUpdate update) {
    var current = Optional.of(access.client());
    for (int attempt = 0; attempt < UPDATE_ATTEMPTS && current.isPresent(); attempt++) {
      var outcome = attempt(current.get(), update);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      current = clients.find(access.client().id());
    }
    if (current.isEmpty()) {
      return new Gone();
    }
    throw new StoreUnavailableException("the client is changed too often; try again");
  }

  /** Deletes a client with its grants and tokens, RFC 7592 section 2.3. */
  public void delete(Granted access) {
    var id = access.client().id();
    if (clients.delete(id)) {
      events.publish(new ClientEvent.Deleted(id));
    }
  }

  /** Returns nothing when someone else changed the client first. */
  private Optional<UpdateOutcome> attempt(Client current, ClientUpdate update) {
    var misused = managedMembers.check(update, current);
    if (!misused.isEmpty()) {
      return rejected(current, misused);
    }
    return switch (update.resulting(current.metadata())) {
      case Malformed(var violations) -> rejected(current, violations);
      case Parsed(var requested) -> replace(current, amendments.apply(requested));
    };
  }

  private Optional<UpdateOutcome> replace(Client current, ClientMetadata metadata) {
    var violations = policy.check(new Candidate(metadata));
    if (!violations.isEmpty()) {
      return rejected(current, violations);
    }
    var secret = secretFor(metadata, current.secret(), issuers.clock().instant());
    var next =
        current.updated(metadata, secret.credential(), prolonged(current.registrationToken()));
    return switch (clients.replace(next)) {
      case REPLACED -> {
        events.publish(new ClientEvent.Updated(current, next));
        yield Optional.of(new Updated(next, secret.issued()));
      }
      case STALE -> Optional.empty();
      case GONE -> Optional.of(new Gone());
    };
  }

  private Optional<UpdateOutcome> rejected(Client client, List<Violation> violations) {
    events.publish(new ClientEvent.UpdateRejected(client.id(), violations));
    return Optional.of(new UpdateOutcome.Rejected(violations));
  }

  /** Keeps a living secret, issues one where the method needs it, drops it where it doesn't. */
  private SecretState secretFor(
      ClientMetadata metadata, Optional<Credential> current, Instant now) {
    if (!metadata.tokenEndpointAuthMethod().usesSecret()) {
      return new SecretState(Optional.empty(), Optional.empty());
    }
    var living = current.filter(credential -> !credential.isExpired(now));
    if (living.isPresent()) {
      return new SecretState(living, Optional.empty());
    }
    Issued issued = issuers.clientSecrets().issue(now);
    return new SecretState(Optional.of(issued.credential()), Optional.of(issued.secret()));
  }

  private record SecretState(Optional<Credential> credential, Optional<Secret> issued) {}

  /** Moves the end of a token in use; spares the store a write when little would be gained. */
  private Credential prolonged(Credential token) {
    var next = issuers.registrationTokens().expiry(issuers.clock().instant());
    boolean worthIt =
        next.isPresent()
            && token
                .expiresAt()
                .filter(end -> end.plus(SMALLEST_SLIDE).isBefore(next.get()))
                .isPresent();
    return worthIt ? new Credential(token.digest(), next) : token;
  }
}
