package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.credential.Secret;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Replacement;
import io.roster.core.store.StoreUnavailableException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** What only an administrator may do with a client; no registration token opens any of it. */
public final class Administration {
  private static final int ATTEMPTS = 16;

  private final RegistrationSettings settings;
  private final Issuers issuers;
  private final Renewal renewal;
  private final ClientStore clients;
  private final ClientEvents events;

  public Administration(
      RegistrationSettings settings, Issuers issuers, ClientStore clients, ClientEvents events) {
    this.settings = settings;
    this.issuers = issuers;
    this.renewal = new Renewal(settings, issuers);
    this.clients = clients;
    this.events = events;
  }

  /** Puts a client into a state; returns it as it is now, or nothing when there is none. */
  public Optional<Client> decide(ClientId id, ClientState state) {
    return change(id, current -> current.state() == state ? current : current.decided(state))
        .map(
            change -> {
              if (!change.before().equals(change.after())) {
                events.publish(new ClientEvent.Decided(change.before(), change.after()));
              }
              return change.after();
            });
  }

  /**
   * Replaces a client's secret; the one before it counts for as long as the settings say. The new
   * one is told only here.
   */
  public SecretRotation rotateSecret(ClientId id) {
    var fresh = new AtomicReference<Optional<Secret>>(Optional.empty());
    var change = change(id, current -> withFreshSecret(current, fresh));
    if (change.isEmpty()) {
      return new SecretRotation.Unknown();
    }
    var after = change.get().after();
    if (fresh.get().isEmpty()) {
      return new SecretRotation.Needless();
    }
    events.publish(new ClientEvent.SecretRotated(change.get().before(), after));
    return new SecretRotation.Rotated(after, fresh.get().get());
  }

  private Client withFreshSecret(Client current, AtomicReference<Optional<Secret>> fresh) {
    var tier = settings.tier(current.origin().tier());
    var secrets = renewal.replaced(current, current.metadata(), tier);
    fresh.set(secrets.issued());
    return secrets.issued().isEmpty()
        ? current
        : current
            .updated(current.metadata(), secrets.current(), current.registrationToken())
            .alongside(secrets.previous(), current.previousToken());
  }

  private record Change(Client before, Client after) {}

  /** Changes a client as it is now, however often someone else does so meanwhile. */
  private Optional<Change> change(ClientId id, UnaryOperator<Client> next) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var current = clients.find(id);
      if (current.isEmpty()) {
        return Optional.empty();
      }
      var changed = next.apply(current.get());
      var replacement =
          changed.equals(current.get()) ? Replacement.REPLACED : clients.replace(changed);
      if (replacement == Replacement.REPLACED) {
        return Optional.of(new Change(current.get(), changed));
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
