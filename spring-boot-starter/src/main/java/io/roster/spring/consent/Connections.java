package io.roster.spring.consent;

import io.roster.core.client.ClientId;
import io.roster.core.consent.Consent;
import io.roster.core.consent.ConsentStore;
import io.roster.core.grant.GrantStore;
import io.roster.core.json.JsonCodec;
import io.roster.core.metadata.Scope;
import io.roster.spring.grant.Holding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a person allowed which clients, and how they take it back. */
public final class Connections {
  private static final int MOST = 500;

  private final ConsentStore consents;
  private final GrantStore grants;
  private final JsonCodec json;
  private final InstantSource clock;

  public Connections(
      ConsentStore consents, GrantStore grants, JsonCodec json, InstantSource clock) {
    this.consents = consents;
    this.grants = grants;
    this.json = json;
    this.clock = clock;
  }

  /** The clients of a person, at most 500, by their identifiers. */
  public List<Connection> of(String subject) {
    Instant now = clock.instant();
    var found = new TreeMap<ClientId, Gathered>();
    for (var consent : consents.ofSubject(subject, MOST)) {
      if (now.isBefore(consent.expiresAt())) {
        found.computeIfAbsent(consent.key().clientId(), id -> new Gathered()).add(consent);
      }
    }
    for (var grant : grants.ofSubject(subject, MOST)) {
      if (now.isBefore(grant.expiresAt())) {
        Holding.of(grant, json)
            .ifPresent(
                held -> found.computeIfAbsent(grant.clientId(), id -> new Gathered()).add(held));
      }
    }
    return found.entrySet().stream()
        .limit(MOST)
        .map(one -> one.getValue().connection(one.getKey()))
        .toList();
  }

  /** Ends all that a person allowed a client, and every token it holds of them. */
  public boolean end(ClientId client, String subject) {
    // First what would bring tokens without a question, then the tokens.
    int ended = consents.revoke(client, subject);
    return ended + grants.revokeAll(client, subject) > 0;
  }

  /** What was found about one client so far. */
  private static final class Gathered {
    private final Map<String, Scope> places = new LinkedHashMap<>();
    private Instant since = Instant.MAX;
    private Optional<Instant> lastUsed = Optional.empty();

    void add(Consent consent) {
      places.merge(consent.key().resource(), consent.scope(), Scope::and);
      since = earlier(since, consent.givenAt());
    }

    void add(Holding held) {
      var resources = held.resources().isEmpty() ? List.of("") : held.resources().canonical();
      resources.forEach(resource -> places.merge(resource, held.scope(), Scope::and));
      since = earlier(since, held.lastUsed());
      lastUsed =
          lastUsed.filter(at -> at.isAfter(held.lastUsed())).or(() -> Optional.of(held.lastUsed()));
    }

    Connection connection(ClientId id) {
      var all =
          places.entrySet().stream()
              .map(place -> new Connection.Place(place.getKey(), place.getValue()))
              .toList();
      return new Connection(id, all, since, lastUsed);
    }

    private static Instant earlier(Instant one, Instant other) {
      return one.isBefore(other) ? one : other;
    }
  }
}
