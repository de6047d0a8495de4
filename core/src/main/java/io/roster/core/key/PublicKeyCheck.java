package io.roster.core.key;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Tells a usable public key from a broken or weak one. Knows RSA, EC and OKP; ignores the rest. */
public final class PublicKeyCheck {
  private static final int SMALLEST_RSA_BITS = 2048;
  private static final int LARGEST_RSA_BITS = 16_384;
  private static final int LARGEST_EXPONENT_BITS = 64;
  private static final Map<String, Integer> OKP_BYTES = Map.of("Ed25519", 32, "Ed448", 57);

  private PublicKeyCheck() {}

  /** Returns what is wrong with the key, worded as advice; nothing when there is no objection. */
  public static Optional<String> objection(JsonWebKey key) {
    return switch (key.type()) {
      case "" -> Optional.of("give every key a kty");
      case "RSA" -> rsa(key);
      case "EC" -> ec(key);
      case "OKP" -> okp(key);
      default -> Optional.empty();
    };
  }

  private static Optional<String> rsa(JsonWebKey key) {
    var modulus = number(key, "n");
    var exponent = number(key, "e");
    if (modulus.isEmpty() || exponent.isEmpty()) {
      return Optional.of("an RSA key needs n and e in base64url");
    }
    int bits = modulus.get().bitLength();
    if (bits < SMALLEST_RSA_BITS || bits > LARGEST_RSA_BITS) {
      return Optional.of("use an RSA key of 2048 to 16384 bits");
    }
    // A longer exponent is never needed and makes every verification as slow as its sender likes.
    int length = exponent.get().bitLength();
    boolean usable = exponent.get().testBit(0) && length > 1 && length <= LARGEST_EXPONENT_BITS;
    return usable
        ? Optional.empty()
        : Optional.of("use an odd RSA exponent of 2 to 64 bits, such as AQAB");
  }

  private static Optional<String> ec(JsonWebKey key) {
    var x = number(key, "x");
    var y = number(key, "y");
    if (key.text("crv").isEmpty() || x.isEmpty() || y.isEmpty()) {
      return Optional.of("an EC key needs crv, x and y");
    }
    return NamedCurve.find(key.text("crv").get())
        .filter(curve -> !curve.contains(x.get(), y.get()))
        .map(curve -> "the point x, y is not on the curve crv");
  }

  private static Optional<String> okp(JsonWebKey key) {
    var expected = key.text("crv").map(OKP_BYTES::get);
    var x = key.text("x").flatMap(PublicKeyCheck::decode);
    if (key.text("crv").isEmpty() || x.isEmpty()) {
      return Optional.of("an OKP key needs crv and x");
    }
    return expected
        .filter(length -> length != x.get().length)
        .map(length -> "x has the wrong length for crv");
  }

  private static Optional<BigInteger> number(JsonWebKey key, String name) {
    return key.text(name)
        .flatMap(PublicKeyCheck::decode)
        .filter(bytes -> bytes.length > 0)
        .map(bytes -> new BigInteger(1, bytes));
  }

  private static Optional<byte[]> decode(String base64url) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(base64url));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
