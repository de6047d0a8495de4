package io.roster.core.registration;

import io.roster.core.access.Admission.Admitted;
import io.roster.core.access.RegistrationAccess.Granted;
import io.roster.core.audit.Acting;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.client.Tombstone;
import io.roster.core.credential.Secret;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.initial.InitialAccessToken;
import io.roster.core.initial.InitialTokenId;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Fingerprint;
import io.roster.core.metadata.Reading.Malformed;
import io.roster.core.metadata.Reading.Parsed;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import io.roster.core.policy.PolicyEngine;
import io.roster.core.registration.RegistrationOutcome.QuotaReached;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.RegistrationOutcome.TokenSpent;
import io.roster.core.registration.Renewal.Tokens;
import io.roster.core.registration.UpdateOutcome.Gone;
import io.roster.core.registration.UpdateOutcome.Updated;
import io.roster.core.review.Reviews;
import io.roster.core.settings.PolicyMode;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.statement.SoftwareStatements;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Replacement;
import io.roster.core.store.InitialTokenStore;
import io.roster.core.store.InsertConditions;
import io.roster.core.store.StoreUnavailableException;
import io.roster.core.uri.RedirectUri;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Registers, reads, updates and deletes clients; the only place that knows the order of things. */
public final class Registrar {
  private static final int UPDATE_ATTEMPTS = 16;

  private static final String WELL_TYPED_RULE = "members-well-typed";
  private static final String MANAGED_RULE = "managed-members";

  private final RegistrationSettings settings;
  private final Examiner examiner;
  private final ManagedMembers managedMembers;
  private final Issuers issuers;
  private final Renewal renewal;
  private final Insertions insertions;
  private final Stores stores;
  private final ClientEvents events;
  private final Reviews reviews;

  /** Where clients live and the tokens that let them in. */
  public record Stores(ClientStore clients, InitialTokenStore tokens) {}

  /** What decides on a client: the rules, and whose statements about it count. */
  public record Judges(PolicyEngine engine, SoftwareStatements statements) {}

  public Registrar(
      RegistrationSettings settings,
      Judges judges,
      Issuers issuers,
      Stores stores,
      ClientEvents events) {
    this.settings = settings;
    this.examiner = new Examiner(settings, judges.engine(), judges.statements());
    this.managedMembers = new ManagedMembers(issuers.digester(), issuers.clock());
    this.renewal = new Renewal(settings, issuers);
    this.insertions = new Insertions(settings, stores.clients(), issuers.clock(), events);
    this.issuers = issuers;
    this.stores = stores;
    this.events = events;
    this.reviews = new Reviews(stores.clients(), events, issuers.clock());
  }

  /** Registers a new client of someone who has proved nothing, RFC 7591 section 3. */
  public RegistrationOutcome register(ClientMetadata requested) {
    return register(requested, Admitted.OPEN);
  }

  /** Registers a new client of this caller's, RFC 7591 section 3. */
  public RegistrationOutcome register(ClientMetadata requested, Admitted caller) {
    var examined = examine(requested, caller);
    if (examined.isRejected()) {
      return refused(examined.findings());
    }
    return isShared(examined) ? share(examined) : insert(examined, caller);
  }

  /** Tells what {@link #register} would make of a request; nothing is stored and nobody told. */
  public Examination examine(ClientMetadata requested, Admitted caller) {
    var fixed = caller.token().map(token -> token.terms().fixed()).orElse(ClientMetadata.EMPTY);
    return examiner.examine(requested, caller.origin(), fixed);
  }

  /** Reports a request that never became metadata, so that all refusals are seen in one place. */
  public RegistrationOutcome.Rejected rejected(List<Violation> violations) {
    return refused(malformed(violations));
  }

  /** What is wrong with a request whose members have the wrong types, as a rule would say it. */
  public static List<Finding> malformed(List<Violation> violations) {
    return List.of(new Finding(WELL_TYPED_RULE, PolicyMode.REJECT, violations));
  }

  private RegistrationOutcome.Rejected refused(List<Finding> findings) {
    events.publish(new ClientEvent.RegistrationRejected(findings));
    return new RegistrationOutcome.Rejected(findings);
  }

  /** Secrets are never shared, nor is what an operator vouches for. */
  private boolean isShared(Examination examined) {
    return settings.policies().shareRegistrations()
        && examined.origin().tier() == Tier.OPEN
        && examined.metadata().tokenEndpointAuthMethod() == TokenEndpointAuthMethod.NONE;
  }

  /** Answers with the client an equal one already is, if there is one that may be used. */
  private RegistrationOutcome share(Examination examined) {
    var fingerprint = Fingerprint.of(examined.metadata());
    var equal = stores.clients().findByFingerprint(fingerprint);
    if (equal.isPresent()) {
      events.publish(new ClientEvent.Shared(equal.get()));
      return new Registered(equal.get(), Optional.empty(), Optional.empty());
    }
    var fresh = fresh(examined);
    if (fresh.client().state() == ClientState.DENIED) {
      return refused(List.of(Reviews.denial()));
    }
    var conditions = conditions(Tier.OPEN, Optional.empty(), Optional.of(fingerprint));
    return switch (Acting.judging(
        examined.findings(), () -> insertions.insert(fresh.client(), conditions))) {
      case INSERTED -> {
        var stored = stored(fresh.client(), examined);
        // Whoever could change the client could turn it against all who share it.
        yield new Registered(stored, Optional.empty(), Optional.empty());
      }
      // An equal one was quicker.
      case FINGERPRINT_TAKEN -> share(examined);
      case QUOTA_REACHED, QUEUE_FULL -> new QuotaReached();
      case ID_TAKEN, TOKEN_SPENT -> throw takenId(fresh.client());
    };
  }

  private RegistrationOutcome insert(Examination examined, Admitted caller) {
    var fresh = fresh(examined);
    if (fresh.client().state() == ClientState.DENIED) {
      return refused(List.of(Reviews.denial()));
    }
    var spends = caller.token().map(InitialAccessToken::id);
    var conditions = conditions(examined.origin().tier(), spends, Optional.empty());
    return switch (Acting.judging(
        examined.findings(), () -> insertions.insert(fresh.client(), conditions))) {
      case INSERTED -> fresh.as(stored(fresh.client(), examined));
      case TOKEN_SPENT -> new TokenSpent();
      case QUOTA_REACHED, QUEUE_FULL -> new QuotaReached();
      case ID_TAKEN, FINGERPRINT_TAKEN -> throw takenId(fresh.client());
    };
  }

  private InsertConditions conditions(
      Tier tier, Optional<InitialTokenId> spends, Optional<String> fingerprint) {
    var quota = settings.tier(tier).quota();
    return new InsertConditions(spends, quota, fingerprint, settings.policies().mostPending());
  }

  /** Tells of a new client, and what came of it if it had to wait. */
  private Client stored(Client fresh, Examination examined) {
    events.publish(new ClientEvent.Registered(fresh, examined.findings()));
    return reviews.stored(fresh);
  }

  private static IllegalStateException takenId(Client client) {
    return new IllegalStateException("issued a taken identifier: " + client.id());
  }

  private Registered fresh(Examination examined) {
    var now = issuers.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    var metadata = examined.metadata();
    var tier = settings.tier(examined.origin().tier());
    var secret = renewal.firstSecret(metadata, tier, now);
    var token = issuers.credentials().issue(now, tier.registrationTokenLifetime());
    // An administrator approves whom they admit.
    boolean held = examined.judgment().isHeld() && examined.origin().tier() != Tier.ADMINISTRATOR;
    var client =
        Client.first(issuers.ids().issue(), metadata, secret.current(), token.credential(), now)
            .admitted(examined.origin(), ClientState.ACTIVE);
    return new Registered(
        held ? reviews.held(client) : client, secret.issued(), Optional.of(token.secret()));
  }

  /**
   * Reads a client's configuration, RFC 7592 section 2.1; using the token prolongs its life, or
   * replaces it where the settings say so.
   */
  public Configuration read(Granted access) {
    var client = access.client();
    var tokens = renewal.tokensAfterRead(client, access.token());
    if (tokens.isEmpty() || isUnchanged(client, tokens.get())) {
      return new Configuration(client, access.token());
    }
    var next =
        client
            .updated(client.metadata(), client.secret(), tokens.get().current())
            .alongside(client.previousSecret(), tokens.get().previous());
    return isKept(next)
        ? new Configuration(next, tokens.get().toUse())
        : new Configuration(client, access.token());
  }

  private static boolean isUnchanged(Client client, Tokens tokens) {
    return tokens.current().equals(client.registrationToken())
        && tokens.previous().equals(client.previousToken());
  }

  /** Whether the tokens of a client that was only read could be changed; if not, they stay. */
  private boolean isKept(Client next) {
    try {
      // Whoever changed the client meanwhile has prolonged the token too.
      return stores.clients().replace(next) == Replacement.REPLACED;
    } catch (StoreUnavailableException unavailable) {
      // What was asked for is there; the token lives on and the next use prolongs it.
      return false;
    }
  }

  /** Updates a client, RFC 7592 section 2.2: all rules of registration judge the result. */
  public UpdateOutcome update(Granted access, ClientUpdate update) {
    var current = Optional.of(access.client());
    for (int attempt = 0; attempt < UPDATE_ATTEMPTS && current.isPresent(); attempt++) {
      var outcome = attempt(current.get(), access.token(), update);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      current = stores.clients().find(access.client().id());
    }
    if (current.isEmpty()) {
      return new Gone();
    }
    throw new StoreUnavailableException("the client is changed too often; try again");
  }

  /**
   * Deletes a client with its grants and tokens, RFC 7592 section 2.3; false for one that was
   * denied, which stays as long as the decision is to be remembered.
   */
  public boolean delete(Granted access) {
    if (access.client().state() == ClientState.DENIED) {
      return false;
    }
    var id = access.client().id();
    if (stores.clients().delete(id, Ending.DELETED_BY_CLIENT, issuers.clock().instant())) {
      events.publish(new ClientEvent.Deleted(id, Ending.DELETED_BY_CLIENT));
    }
    return true;
  }

  /** Returns nothing when someone else changed the client first. */
  private Optional<UpdateOutcome> attempt(Client current, Secret token, ClientUpdate update) {
    var tokens = renewal.tokensAfterUpdate(current, token);
    if (tokens.isEmpty()) {
      // Someone replaced the token since it was looked at.
      return Optional.of(new Gone());
    }
    var misused = managedMembers.check(update, current);
    if (!misused.isEmpty()) {
      return rejected(current, List.of(new Finding(MANAGED_RULE, PolicyMode.REJECT, misused)));
    }
    return switch (update.resulting(current.metadata())) {
      case Malformed(var violations) -> rejected(current, malformed(violations));
      case Parsed(var requested) -> {
        var presented = ManagedMembers.presentedSecret(update);
        yield replace(current, requested, tokens.get(), presented);
      }
    };
  }

  private Optional<UpdateOutcome> replace(
      Client current, ClientMetadata requested, Tokens tokens, Optional<Secret> presented) {
    var examined = examiner.examine(requested, current.origin(), fixedFor(current.origin()));
    if (examined.isRejected()) {
      return rejected(current, examined.findings());
    }
    var tier = settings.tier(examined.origin().tier());
    var secret = renewal.secretAfterUpdate(current, examined.metadata(), tier, presented);
    var changed =
        current
            .updated(examined.metadata(), secret.current(), tokens.current())
            .alongside(secret.previous(), tokens.previous())
            .admitted(examined.origin(), stateAfter(current, examined));
    var next = changed.reviewed(reviews.changed(current, changed));
    return switch (Acting.judging(examined.findings(), () -> stores.clients().replace(next))) {
      case REPLACED -> {
        events.publish(new ClientEvent.Updated(current, next, examined.findings()));
        if (current.isActive() && !next.isActive()) {
          reviews.announce(next);
        }
        yield Optional.of(new Updated(next, secret.issued(), tokens.toUse()));
      }
      case STALE -> Optional.empty();
      case GONE -> Optional.of(new Gone());
    };
  }

  /** A change that has to be approved takes back the approval; no change ever gives one. */
  private static ClientState stateAfter(Client current, Examination examined) {
    boolean changed = !examined.metadata().equals(current.metadata());
    return current.isActive() && changed && examined.judgment().isHeld()
        ? ClientState.PENDING
        : current.state();
  }

  /** What the token that let the client in fixed holds as long as the client lives. */
  private ClientMetadata fixedFor(Origin origin) {
    return origin
        .initialToken()
        .flatMap(id -> stores.tokens().find(new InitialTokenId(id)))
        .map(token -> token.terms().fixed())
        .orElse(ClientMetadata.EMPTY);
  }

  private Optional<UpdateOutcome> rejected(Client client, List<Finding> findings) {
    events.publish(new ClientEvent.UpdateRejected(client.id(), findings));
    return Optional.of(new UpdateOutcome.Rejected(findings));
  }

  /**
   * Puts a public client that time took away back on its identifier, if the settings allow it, the
   * code would go where it always went, and the rules still accept it; nothing otherwise.
   */
  public Optional<Client> revive(ClientId id, RedirectUri redirect) {
    if (!settings.lifeCycle().revival()) {
      return Optional.empty();
    }
    return stores
        .clients()
        .findTombstone(id)
        .filter(Registrar::isRevivable)
        .filter(
            tombstone -> tombstone.metadata().redirectUris().stream().anyMatch(redirect::matches))
        .flatMap(this::revive);
  }

  private static boolean isRevivable(Tombstone tombstone) {
    return !tombstone.ending().isDeliberate()
        && tombstone.origin().tier() != Tier.DOCUMENT
        && tombstone.state() == ClientState.ACTIVE
        && tombstone.metadata().tokenEndpointAuthMethod() == TokenEndpointAuthMethod.NONE;
  }

  private Optional<Client> revive(Tombstone tombstone) {
    var origin = tombstone.origin();
    var examined = examiner.examine(tombstone.metadata(), origin, fixedFor(origin));
    if (examined.isRejected()) {
      return Optional.empty();
    }
    var fresh = fresh(examined).client().identified(tombstone.id());
    if (fresh.state() == ClientState.DENIED) {
      return Optional.empty();
    }
    var conditions = conditions(examined.origin().tier(), Optional.empty(), Optional.empty());
    return switch (Acting.judging(
        examined.findings(), () -> insertions.insert(fresh, conditions))) {
      case INSERTED -> {
        events.publish(new ClientEvent.Revived(fresh));
        yield Optional.of(reviews.stored(fresh));
      }
      // Someone else has just revived it.
      case ID_TAKEN -> stores.clients().find(tombstone.id());
      case QUOTA_REACHED, QUEUE_FULL, TOKEN_SPENT, FINGERPRINT_TAKEN -> Optional.empty();
    };
  }
}
