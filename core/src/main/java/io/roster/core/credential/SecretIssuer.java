package io.roster.core.credential;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Issues secrets of 256 random bits as 43 URL-safe characters, the reference's token_urlsafe(32).
 */
public final class SecretIssuer {
  private static final int BYTES = 32;
  private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

  private final RandomGenerator random;

  /** Takes its bits from {@code random}, which has to be cryptographically strong. */
  public SecretIssuer(RandomGenerator random) {
    this.random = random;
  }

  public Secret issue() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(URL_SAFE.encodeToString(bytes));
  }
}
