package io.roster.core.key;

import java.math.BigInteger;
import java.util.Optional;

/** A NIST curve y^2 = x^3 - 3x + b over a prime field, RFC 7518 section 6.2.1.1. */
enum NamedCurve {
  P_256(
      "P-256",
      "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
      "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"),
  P_384(
      "P-384",
      "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe"
          + "ffffffff0000000000000000ffffffff",
      "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875a"
          + "c656398d8a2ed19d2a85c8edd3ec2aef"),
  P_521(
      "P-521",
      "01ff" + "ffffffffffffffffffffffffffffffff".repeat(4),
      "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef1"
          + "09e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00");

  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final String wireName;
  private final BigInteger prime;
  private final BigInteger b;

  NamedCurve(String wireName, String prime, String b) {
    this.wireName = wireName;
    this.prime = new BigInteger(prime, 16);
    this.b = new BigInteger(b, 16);
  }

  /** Returns the curve of this {@code crv}, or nothing for a curve we do not know. */
  static Optional<NamedCurve> find(String wireName) {
    for (var curve : values()) {
      if (curve.wireName.equals(wireName)) {
        return Optional.of(curve);
      }
    }
    return Optional.empty();
  }

  boolean contains(BigInteger x, BigInteger y) {
    if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
      return false;
    }
    var right = x.pow(3).subtract(x.multiply(THREE)).add(b);
    return y.pow(2).mod(prime).equals(right.mod(prime));
  }
}
