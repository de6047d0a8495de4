package io.roster.core.key;

import io.roster.core.Bodies;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Keys that the Java platform made, as a client would send them. */
public final class TestKeys {
  private TestKeys() {}

  public static JsonWebKey key(Object... namesAndValues) {
    return new JsonWebKey(Bodies.members(namesAndValues));
  }

  /** A fresh public key on the curve P-256, P-384 or P-521. */
  public static JsonWebKey ec(String curve) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp" + curve.substring(2) + "r1"));
      var point = ((ECPublicKey) generator.generateKeyPair().getPublic()).getW();
      return key(
          "kty", "EC", "crv", curve, "x", text(point.getAffineX()), "y", text(point.getAffineY()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonWebKey rsa(int bits) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      var key = (RSAPublicKey) generator.generateKeyPair().getPublic();
      return key("kty", "RSA", "n", text(key.getModulus()), "e", text(key.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A number in base64url, as RFC 7518 writes it. */
  public static String text(BigInteger number) {
    var bytes = number.toByteArray();
    int sign = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
    var magnitude = Arrays.copyOfRange(bytes, sign, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
  }
}
