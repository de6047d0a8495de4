package io.roster.spring.consent;

import io.roster.core.client.Client;
import io.roster.core.consent.Consent;
import io.roster.core.consent.ConsentStore;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Scope;
import java.time.InstantSource;
import java.util.Optional;

/** What people allowed clients, remembered as long as client and person are the same. */
public final class Consents {
  private static final int MOST = 500;
  private static final int ATTEMPTS = 3;

  private final ConsentStore store;
  private final ConsentRules rules;
  private final InstantSource clock;

  public Consents(ConsentStore store, ConsentRules rules, InstantSource clock) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
  }

  /** Whether the person needn't be asked: they allowed all of it before, and that is enough. */
  public boolean spare(Asked asked) {
    boolean may =
        switch (rules.skipPage()) {
          case NEVER -> false;
          case PROVEN -> asked.isProven();
          case ALWAYS -> true;
        };
    return may && asked.scope().outside(allowed(asked)).isEmpty();
  }

  /** What the person allowed the client at every resource it asks for. */
  public Scope allowed(Asked asked) {
    return asked.keys().stream()
        .map(key -> counting(key, asked.metadata()).map(Consent::scope).orElse(Scope.of("")))
        .reduce(Scope::within)
        .orElseThrow();
  }

  /** Whether the person allowed this client anything, as it is now. */
  public boolean know(Client client, String subject) {
    return store.ofSubject(subject, MOST).stream()
        .filter(consent -> consent.key().clientId().equals(client.id()))
        .anyMatch(consent -> consent.counts(client.metadata(), clock.instant()));
  }

  /** Keeps what a person said to all that a client asked. */
  public void keep(Asked asked, Scope allowed) {
    asked.keys().forEach(key -> keep(key, asked, allowed));
  }

  private void keep(Consent.Key key, Asked asked, Scope allowed) {
    for (int i = 0; i < ATTEMPTS; i++) {
      if (store.save(next(key, asked, allowed)) != ConsentStore.Saving.STALE) {
        return;
      }
    }
    // The same person answered several pages at once: they are asked again another time.
  }

  private Consent next(Consent.Key key, Asked asked, Scope allowed) {
    var client = asked.metadata();
    var now = clock.instant();
    var end = now.plus(rules.rememberedFor());
    return store
        .find(key)
        .map(before -> before.renewed(asked.scope(), allowed, client, now, end))
        .orElseGet(() -> Consent.first(key, allowed, client, now, end));
  }

  private Optional<Consent> counting(Consent.Key key, ClientMetadata client) {
    return store.find(key).filter(consent -> consent.counts(client, clock.instant()));
  }
}
