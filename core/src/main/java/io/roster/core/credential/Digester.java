package io.roster.core.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns secrets into digests: SHA-256, or HMAC-SHA-256 once a pepper is set. The secrets are 256
 * random bits, so that a slow hash would protect nothing and invite a denial of service.
 */
public final class Digester {
  private static final String PLAIN = "sha256:";
  private static final String PEPPERED = "hmac-sha256:";
  private static final int SHORTEST_PEPPER = 16;
  private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

  private final Optional<SecretKeySpec> pepper;
  private final Digest ofNothing;

  private Digester(Optional<SecretKeySpec> pepper) {
    this.pepper = pepper;
    this.ofNothing = digest(new Secret(""));
  }

  public static Digester withoutPepper() {
    return new Digester(Optional.empty());
  }

  /** Makes digests useless to whoever has the database but not the pepper. */
  public static Digester withPepper(Secret pepper) {
    var bytes = pepper.reveal().getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST_PEPPER) {
      throw new IllegalArgumentException("roster.pepper must have at least 16 bytes");
    }
    return new Digester(Optional.of(new SecretKeySpec(bytes, "HmacSHA256")));
  }

  public Digest digest(Secret secret) {
    return pepper.map(key -> peppered(secret, key)).orElseGet(() -> plain(secret));
  }

  /** Every digest that may have been taken of this secret, the one taken today first. */
  public List<Digest> digests(Secret secret) {
    return pepper.isPresent() ? List.of(digest(secret), plain(secret)) : List.of(plain(secret));
  }

  /** Whether this is the secret the digest was taken of; digests older than the pepper count. */
  public boolean matches(Secret secret, Digest expected) {
    var actual = expected.text().startsWith(PLAIN) ? plain(secret) : digest(secret);
    return actual.matches(expected);
  }

  /** Costs what {@link #matches} costs, for callers with nothing to compare with. */
  public void matchNothing(Secret secret) {
    matches(secret, ofNothing);
  }

  private static Digest plain(Secret secret) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return new Digest(PLAIN + URL_SAFE.encodeToString(sha256.digest(bytes(secret))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Digest peppered(Secret secret, SecretKeySpec key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return new Digest(PEPPERED + URL_SAFE.encodeToString(mac.doFinal(bytes(secret))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  private static byte[] bytes(Secret secret) {
    return secret.reveal().getBytes(StandardCharsets.UTF_8);
  }
}
