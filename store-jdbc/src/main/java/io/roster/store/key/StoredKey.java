package io.roster.store.key;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A key the server signs with, RFC 7517, as it is kept: with its private part. */
public final class StoredKey {
  private final String kid;
  private final String privateJwk;
  private final Instant createdAt;
  private final Optional<Instant> retiredAt;

  public StoredKey(String kid, String privateJwk, Instant createdAt, Optional<Instant> retiredAt) {
    this.kid = kid;
    this.privateJwk = privateJwk;
    this.createdAt = createdAt;
    this.retiredAt = retiredAt;
  }

  public String kid() {
    return kid;
  }

  /** The key as JSON, private part included. Call it where a signer is made and nowhere else. */
  public String privateJwk() {
    return privateJwk;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Since when nothing is signed with it any more, though signatures made with it still count. */
  public Optional<Instant> retiredAt() {
    return retiredAt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredKey that
        && kid.equals(that.kid)
        && privateJwk.equals(that.privateJwk)
        && createdAt.equals(that.createdAt)
        && retiredAt.equals(that.retiredAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kid, createdAt);
  }

  @Override
  public String toString() {
    return "StoredKey[" + kid + ", redacted]";
  }
}
