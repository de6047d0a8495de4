package io.roster.core.access;

import io.roster.core.access.Admission.Admitted;
import io.roster.core.access.Admission.Denied;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.core.credential.SecretIssuer;
import io.roster.core.initial.InitialAccessToken;
import io.roster.core.initial.InitialTokenId;
import io.roster.core.initial.InitialTokenTerms;
import io.roster.core.store.InitialTokenStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Hands out initial access tokens and knows them again, RFC 7591 section 3. */
public final class InitialTokens {
  private static final HexFormat HEX = HexFormat.of();

  private final InitialTokenStore store;
  private final Digester digester;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** Takes its bits from {@code random}, which has to be cryptographically strong. */
  public InitialTokens(
      InitialTokenStore store, Digester digester, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.digester = digester;
    this.clock = clock;
    this.random = random;
  }

  /** A new token; this is the only time its secret can be told. */
  public record Created(InitialAccessToken token, Secret secret) {}

  /** Makes a token and keeps only its digest. */
  public Created create(InitialTokenTerms terms) {
    var secret = new SecretIssuer(random).issue();
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var token =
        new InitialAccessToken(newId(), digester.digest(secret), terms, 0, now, Optional.empty());
    if (!store.insert(token)) {
      throw new IllegalStateException("issued a taken identifier: " + token.id());
    }
    return new Created(token, secret);
  }

  /** Lets the holder of a token try that would still admit a client. */
  public Admission admit(Secret presented) {
    return find(presented)
        .filter(token -> token.admits(clock.instant()))
        .<Admission>map(Admitted::by)
        .orElseGet(Denied::new);
  }

  public Optional<InitialAccessToken> find(InitialTokenId id) {
    return store.find(id);
  }

  /** Ends a token; clients it let in stay. False when there is none to end. */
  public boolean revoke(InitialTokenId id) {
    return store.revoke(id, clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Returns the first {@code limit} tokens, oldest first. */
  public List<InitialAccessToken> firstPage(int limit) {
    return store.firstPage(limit);
  }

  /** Returns the next {@code limit} tokens after the last one of a page. */
  public List<InitialAccessToken> pageAfter(InitialTokenId last, int limit) {
    return store.pageAfter(last, limit);
  }

  private Optional<InitialAccessToken> find(Secret presented) {
    return digester.digests(presented).stream()
        .flatMap(digest -> store.findByDigest(digest).stream())
        .findFirst();
  }

  /** Ids sort by time, to the millisecond. */
  private InitialTokenId newId() {
    return new InitialTokenId(
        "it-" + HEX.toHexDigits(clock.millis(), 12) + HEX.toHexDigits(random.nextLong(), 8));
  }
}
