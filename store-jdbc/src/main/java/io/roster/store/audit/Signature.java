package io.roster.store.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.credential.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs hashes with the operator's key, if there is one: HMAC-SHA-256. */
record Signature(Optional<Secret> key) {
  Optional<String> of(String hash) {
    return key.map(secret -> hmac(secret, hash));
  }

  /** Whether a seal is signed as it has to be; without a key nobody can tell, and all are. */
  boolean fits(Seal seal) {
    return key.isEmpty()
        || seal.signature()
            .filter(
                given ->
                    MessageDigest.isEqual(
                        given.getBytes(UTF_8), of(seal.hash()).orElse("").getBytes(UTF_8)))
            .isPresent();
  }

  private static String hmac(Secret key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.reveal().getBytes(UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
