package io.roster.spring.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.roster.core.store.StoreUnavailableException;
import io.roster.store.key.SigningKeyStore;
import io.roster.store.key.StoredKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign access tokens. The first is made when it is needed; a rotation adds another,
 * which signs once every process has had the time to publish it, while the one before is published
 * until its tokens are over. Any process may rotate.
 */
public final class SigningKeys implements JWKSource<SecurityContext> {
  private static final System.Logger LOG = System.getLogger(SigningKeys.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration SETTLED = Duration.ofSeconds(30);
  private static final int BITS = 2048;

  private final SigningKeyStore store;
  private final Duration published;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Snapshot known;

  /** Publishes a retired key for as long as a token may live that it has signed. */
  public SigningKeys(SigningKeyStore store, Duration accessTokenLifetime, InstantSource clock) {
    this.store = store;
    this.published = accessTokenLifetime.plus(SETTLED.multipliedBy(2));
    this.clock = clock;
  }

  /** The keys as they were read, the newest first, and which of them signs. */
  private record Snapshot(JWKSet keys, String signer, Instant readAt) {}

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(current().keys());
  }

  /** Chooses the key to sign with among those that fit. */
  public JWK choose(List<JWK> fitting) {
    var signer = current().signer();
    return fitting.stream()
        .filter(key -> signer.equals(key.getKeyID()))
        .findFirst()
        .orElseGet(fitting::getFirst);
  }

  /** Adds a new key and retires the others; returns its kid. */
  public String rotate() {
    Instant now = clock.instant();
    var kid = add(now);
    store.all().stream()
        .filter(key -> !key.kid().equals(kid) && key.retiredAt().isEmpty())
        .forEach(key -> store.retire(key.kid(), now));
    store.deleteRetiredBefore(now.minus(published));
    refresh(now);
    return kid;
  }

  private Snapshot current() {
    var snapshot = known;
    Instant now = clock.instant();
    if (snapshot == null) {
      return first(now);
    }
    boolean fresh = now.isBefore(snapshot.readAt().plus(FRESH));
    // One request reads them again; the others needn't wait for it.
    return fresh || !reading.tryLock() ? snapshot : again(snapshot, now);
  }

  private Snapshot first(Instant now) {
    reading.lock();
    try {
      var snapshot = known;
      return snapshot == null ? refresh(now) : snapshot;
    } finally {
      reading.unlock();
    }
  }

  private Snapshot again(Snapshot old, Instant now) {
    try {
      return refresh(now);
    } catch (StoreUnavailableException e) {
      LOG.log(System.Logger.Level.WARNING, "signing with the keys known so far: the store is away");
      return old;
    } finally {
      reading.unlock();
    }
  }

  private Snapshot refresh(Instant now) {
    var snapshot = read(now);
    known = snapshot;
    return snapshot;
  }

  private Snapshot read(Instant now) {
    var stored = store.all();
    if (stored.stream().allMatch(key -> key.retiredAt().isPresent())) {
      add(now);
      stored = store.all();
    }
    var live = stored.stream().filter(key -> isPublished(key, now)).toList();
    var keys = live.stream().map(SigningKeys::parse).toList();
    return new Snapshot(new JWKSet(keys), signer(live, now), now);
  }

  private boolean isPublished(StoredKey key, Instant now) {
    return key.retiredAt().filter(end -> end.plus(published).isBefore(now)).isEmpty();
  }

  /** The newest key that everyone has seen, or just the newest if none is that old. */
  private static String signer(List<StoredKey> live, Instant now) {
    return settled(live, now).orElseGet(live::getFirst).kid();
  }

  private static Optional<StoredKey> settled(List<StoredKey> live, Instant now) {
    return live.stream().filter(key -> !now.isBefore(key.createdAt().plus(SETTLED))).findFirst();
  }

  private String add(Instant now) {
    var key = generate();
    store.insert(new StoredKey(key.getKeyID(), key.toJSONString(), now, Optional.empty()));
    return key.getKeyID();
  }

  private static JWK generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  private static JWK parse(StoredKey key) {
    try {
      return JWK.parse(key.privateJwk());
    } catch (ParseException e) {
      // The cause would quote the key.
      throw new IllegalStateException("the stored signing key " + key.kid() + " can't be read");
    }
  }
}
