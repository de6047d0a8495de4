package io.roster.server.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.credential.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A sign-in that has begun and is not finished. All of it travels in a cookie of the browser that
 * began it, so that any node can go on and strangers leave nothing behind here. What the provider
 * gets to see (state, nonce, code challenge) is derived from a secret in that cookie, and from the
 * provider: an answer that belongs to another browser, provider or request fits nowhere.
 *
 * @param next where the person goes afterwards
 */
record PendingSignIn(String provider, Secret secret, Instant started, String next) {
  static final Duration LONGEST = Duration.ofMinutes(10);
  // A browser keeps 4096 bytes a cookie; a third is added by the encoding.
  private static final int LONGEST_NEXT = 2900;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  static boolean canCarry(String next) {
    return next.length() <= LONGEST_NEXT;
  }

  /** Reads what a cookie holds; nothing when this server can't have written it. */
  static Optional<PendingSignIn> read(String provider, String cookie) {
    var parts = cookie.split("\\.", -1);
    if (parts.length != 3 || parts[0].isEmpty() || !parts[1].matches("\\d{1,12}")) {
      return Optional.empty();
    }
    try {
      var next = new String(Base64.getUrlDecoder().decode(parts[2]), UTF_8);
      var started = Instant.ofEpochSecond(Long.parseLong(parts[1]));
      return Optional.of(new PendingSignIn(provider, new Secret(parts[0]), started, next));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String cookie() {
    return secret.reveal()
        + "."
        + started.getEpochSecond()
        + "."
        + ENCODER.encodeToString(next.getBytes(UTF_8));
  }

  String state() {
    return derived("state");
  }

  String nonce() {
    return derived("nonce");
  }

  /** RFC 7636 section 4.1: 43 characters, of 256 bits that nobody else knows. */
  String codeVerifier() {
    return derived("verifier");
  }

  boolean isAnsweredBy(String state, Instant now) {
    return MessageDigest.isEqual(state.getBytes(UTF_8), state().getBytes(UTF_8))
        && !now.isBefore(started)
        && now.isBefore(started.plus(LONGEST));
  }

  private String derived(String purpose) {
    var text = String.join("\n", purpose, provider, "" + started.getEpochSecond(), next);
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
      return ENCODER.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
