package io.roster.core.consent;

import io.roster.core.client.ClientId;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Scope;
import java.time.Instant;

/**
 * What a person allowed a client at one resource, and what they saw of the client when they did.
 *
 * @param seen the {@link Impression} the client made then
 * @param givenAt when it was given first
 * @param expiresAt when it counts no more
 */
public record Consent(
    Key key, Scope scope, String seen, Instant givenAt, Instant expiresAt, long revision) {
  /** The resource is empty where the client named none. */
  public record Key(ClientId clientId, String subject, String resource) {}

  public Consent {
    if (revision < 1) {
      throw new IllegalArgumentException("a consent has a revision of at least 1");
    }
  }

  /** A first consent of a person to a client at this resource. */
  public static Consent first(
      Key key, Scope scope, ClientMetadata client, Instant now, Instant expiresAt) {
    return new Consent(key, scope, Impression.of(client), now, expiresAt, 1);
  }

  /** Whether it still says something: its time is not over, and the client looks as it did. */
  public boolean counts(ClientMetadata client, Instant now) {
    return now.isBefore(expiresAt) && seen.equals(Impression.of(client));
  }

  /**
   * The consent after a person was shown some scopes and allowed some of them: what they were not
   * shown stays, unless nothing of this one counts any more.
   */
  public Consent renewed(
      Scope shown, Scope allowed, ClientMetadata client, Instant now, Instant end) {
    boolean counts = counts(client, now);
    var kept = counts ? scope.outside(shown).and(allowed) : allowed;
    return new Consent(key, kept, Impression.of(client), counts ? givenAt : now, end, revision + 1);
  }
}
