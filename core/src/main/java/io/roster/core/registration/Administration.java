package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Tier;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Secret;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.grant.GrantStore;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.policy.Finding;
import io.roster.core.registration.Administered.Done;
import io.roster.core.registration.Administered.Inapplicable;
import io.roster.core.registration.Administered.Outdated;
import io.roster.core.registration.Administered.Refused;
import io.roster.core.registration.Administered.Unknown;
import io.roster.core.review.Decision;
import io.roster.core.review.Reviews;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Replacement;
import io.roster.core.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What only an administrator may do with a client; no registration token opens any of it. */
public final class Administration {
  private static final int ATTEMPTS = 16;
  private static final String DOCUMENTS = "what the client is like is up to its document";

  private final RegistrationSettings settings;
  private final Issuers issuers;
  private final Renewal renewal;
  private final Alteration alteration;
  private final ClientStore clients;
  private final ClientEvents events;
  private final Reviews reviews;

  public Administration(
      RegistrationSettings settings,
      Registrar.Judges judges,
      Issuers issuers,
      Registrar.Stores stores,
      ClientEvents events) {
    this.settings = settings;
    this.issuers = issuers;
    this.renewal = new Renewal(settings, issuers);
    var examiner = new Examiner(settings, judges.engine(), judges.statements());
    this.clients = stores.clients();
    this.reviews = new Reviews(clients, events, issuers.clock());
    this.alteration = new Alteration(settings, examiner, issuers, stores.tokens(), reviews);
    this.events = events;
  }

  /** Puts a client into a state; returns it as it is now, or nothing when there is none. */
  public Optional<Client> decide(ClientId id, ClientState state) {
    return decide(id, state, Expected.any()) instanceof Done(var client, var none, var alike)
        ? Optional.of(client)
        : Optional.empty();
  }

  /** Puts a client into a state. */
  public Administered decide(ClientId id, ClientState state, Expected expected) {
    return decide(id, Decision.of(state), expected);
  }

  /** Decides on a client, and on those like it that wait for the same. */
  public Administered decide(ClientId id, Decision decision, Expected expected) {
    var outcome = change(id, expected, current -> decided(current, decision));
    // Also where nothing was left to do: whoever did it may have come no further.
    return outcome instanceof Done(var client, var none, var zero)
        ? new Done(client, none, reviews.decideAlike(client))
        : outcome;
  }

  private Step decided(Client current, Decision decision) {
    var state = decision.state();
    boolean says = decision.reason().filter(r -> !isSaid(r, current)).isPresent();
    return current.state() == state && !says
        ? new Step.Settled(new Done(current, Optional.empty()))
        : Step.to(
            current.decided(state).reviewed(reviews.decision(current, state, decision.reason())),
            ClientEvent.Decided::new);
  }

  private static boolean isSaid(String reason, Client client) {
    return client.review().reason().equals(Optional.of(reason));
  }

  /**
   * Replaces a client's secret; the one before it counts for as long as the settings say. The new
   * one is told only here.
   */
  public SecretRotation rotateSecret(ClientId id) {
    return switch (rotateSecret(id, Expected.any())) {
      case Done(var client, var secret, var alike) ->
          new SecretRotation.Rotated(client, secret.orElseThrow());
      case Inapplicable inapplicable -> new SecretRotation.Needless();
      case Outdated outdated -> throw new IllegalStateException("any revision was meant");
      case Refused refused -> throw new IllegalStateException("no rule judges secrets");
      case Unknown unknown -> new SecretRotation.Unknown();
    };
  }

  /** As {@link #rotateSecret(ClientId)}, of the revision that is meant. */
  public Administered rotateSecret(ClientId id, Expected expected) {
    return change(id, expected, this::withFreshSecret);
  }

  private Step withFreshSecret(Client current) {
    var tier = settings.tier(current.origin().tier());
    var secrets = renewal.replaced(current, current.metadata(), tier);
    if (secrets.issued().isEmpty()) {
      return new Step.Settled(
          new Inapplicable("the client's token_endpoint_auth_method needs no secret"));
    }
    var next =
        current
            .updated(current.metadata(), secrets.current(), current.registrationToken())
            .alongside(secrets.previous(), current.previousToken());
    return new Step.Next(next, secrets.issued(), ClientEvent.SecretRotated::new);
  }

  /** Changes a client's metadata or tier; the rules of the resulting tier judge the result. */
  public Administered amend(ClientId id, Amendment amendment, Expected expected) {
    return change(
        id,
        expected,
        current -> {
          if (current.id().isUrl()) {
            return new Step.Settled(new Inapplicable(DOCUMENTS));
          }
          var altered = alteration.of(current, amendment);
          if (!Refusal.reasons(altered.findings()).isEmpty()) {
            return new Step.Settled(new Refused(altered.findings()));
          }
          return altered.client().equals(current)
              ? new Step.Settled(new Done(current, Optional.empty()))
              : new Step.Next(altered.client(), altered.secret(), updated(altered.findings()));
        });
  }

  private static BiFunction<Client, Client, ClientEvent> updated(List<Finding> findings) {
    return (before, after) -> new ClientEvent.Updated(before, after, findings);
  }

  /** Issues a new registration access token, told only here; the ones before it end. */
  public Administered reissueToken(ClientId id, Expected expected) {
    return change(
        id,
        expected,
        current -> {
          if (current.id().isUrl()) {
            return new Step.Settled(new Inapplicable(DOCUMENTS));
          }
          if (isShared(current)) {
            // Whoever could change the client could turn it against all who share it.
            return new Step.Settled(
                new Inapplicable("the client is shared by all who are like it"));
          }
          var lifetime = settings.tier(current.origin().tier()).registrationTokenLifetime();
          var issued = issuers.credentials().issue(issuers.clock().instant(), lifetime);
          return new Step.Next(
              withToken(current, issued.credential()),
              Optional.of(issued.secret()),
              ClientEvent.TokenReplaced::new);
        });
  }

  /** Ends a client's registration access tokens, so that nobody can manage it from outside. */
  public Administered revokeToken(ClientId id, Expected expected) {
    return change(
        id,
        expected,
        current -> {
          var now = issuers.clock().instant();
          // Of a secret that nobody ever hears.
          var nobodys = issuers.credentials().issue(now, Duration.ZERO).credential();
          var ended = new Credential(nobodys.digest(), Optional.of(now));
          return Step.to(withToken(current, ended), ClientEvent.TokenReplaced::new);
        });
  }

  private static Client withToken(Client current, Credential token) {
    return current
        .updated(current.metadata(), current.secret(), token)
        .alongside(current.previousSecret(), Optional.empty());
  }

  private boolean isShared(Client client) {
    return settings.policies().shareRegistrations()
        && client.origin().tier() == Tier.OPEN
        && client.metadata().tokenEndpointAuthMethod() == TokenEndpointAuthMethod.NONE;
  }

  /** Ends everything people granted a client; how much, or nothing when there is no client. */
  public OptionalInt endGrants(ClientId id, GrantStore grants) {
    if (clients.find(id).isEmpty()) {
      return OptionalInt.empty();
    }
    int ended = grants.revokeAll(id);
    events.publish(new ClientEvent.GrantsEnded(id, ended));
    return OptionalInt.of(ended);
  }

  /** What a change of a client comes to, seen from how it is now. */
  private sealed interface Step {
    record Next(
        Client client, Optional<Secret> issued, BiFunction<Client, Client, ClientEvent> event)
        implements Step {}

    record Settled(Administered outcome) implements Step {}

    static Step to(Client next, BiFunction<Client, Client, ClientEvent> event) {
      return new Next(next, Optional.empty(), event);
    }
  }

  /** Changes a client as it is now, however often someone else does so meanwhile. */
  private Administered change(ClientId id, Expected expected, Function<Client, Step> change) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var found = clients.find(id);
      if (found.isEmpty()) {
        return new Unknown();
      }
      var current = found.get();
      if (!expected.holdsFor(current)) {
        return new Outdated(current);
      }
      switch (change.apply(current)) {
        case Step.Settled(var outcome) -> {
          return outcome;
        }
        case Step.Next(var next, var issued, var event) -> {
          if (clients.replace(next) == Replacement.REPLACED) {
            events.publish(event.apply(current, next));
            return new Done(next, issued);
          }
        }
      }
    }
    throw new StoreUnavailableException("the client is changed too often; try again");
  }

  /** Deletes a client with its grants and tokens; false when there was none. */
  public boolean delete(ClientId id) {
    var ending = Ending.DELETED_BY_ADMINISTRATOR;
    boolean deleted = clients.delete(id, ending, issuers.clock().instant());
    if (deleted) {
      events.publish(new ClientEvent.Deleted(id, ending));
    }
    return deleted;
  }
}
