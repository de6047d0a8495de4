package io.roster.server.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.credential.Secret;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as the Standard Webhooks specification wants it: HMAC-SHA-256 over identifier,
 * time and body, so that none can be changed, and none sent again much later.
 */
final class MessageSignature {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 16;

  private final SecretKeySpec key;

  /** Takes the bytes behind {@code whsec_}, in Base64, or else those of the text itself. */
  MessageSignature(Secret secret) {
    var text = secret.reveal().strip();
    var bytes =
        text.startsWith(PREFIX)
            ? Base64.getDecoder().decode(text.substring(PREFIX.length()))
            : text.getBytes(UTF_8);
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException(
          "the secret of a webhook must have at least " + SHORTEST + " bytes");
    }
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** The value of the header webhook-signature. */
  String of(String id, Instant at, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var signed = id + "." + at.getEpochSecond() + "." + body;
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
