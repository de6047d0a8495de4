package io.roster.core.key;

import static io.roster.core.key.TestKeys.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Bodies;
import io.roster.core.json.Json;
import java.math.BigInteger;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyCheckTest {
  @ParameterizedTest
  @ValueSource(strings = {"P-256", "P-384", "P-521"})
  void everyPointThatThePlatformMakesIsOnItsCurve(String curve) {
    for (int i = 0; i < 20; i++) {
      assertThat(PublicKeyCheck.objection(TestKeys.ec(curve))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-256", "P-384", "P-521"})
  void aPointOffTheCurveIsRefused(String curve) {
    var sound = TestKeys.ec(curve);
    var swapped = with(with(sound, "x", member(sound, "y")), "y", member(sound, "x"));
    var moved = with(sound, "x", TestKeys.text(number(sound, "x").add(BigInteger.ONE)));

    assertThat(PublicKeyCheck.objection(swapped)).isPresent();
    assertThat(PublicKeyCheck.objection(moved)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"P-256, P-384", "P-384, P-521", "P-521, P-256"})
  void aPointIsOnItsOwnCurveOnly(String curve, String other) {
    assertThat(PublicKeyCheck.objection(with(TestKeys.ec(curve), "crv", other))).isPresent();
  }

  @Test
  void aCoordinateIsSmallerThanThePrime() {
    var sound = TestKeys.ec("P-256");
    var prime = new BigInteger("ffffffff00000001" + "0".repeat(24) + "f".repeat(24), 16);
    var beyond = with(sound, "x", TestKeys.text(number(sound, "x").add(prime)));

    assertThat(PublicKeyCheck.objection(beyond)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crv", "x", "y"})
  void anEcKeyHasAllItsParts(String part) {
    assertThat(PublicKeyCheck.objection(with(TestKeys.ec("P-256"), part, Json.NULL))).isPresent();
    assertThat(PublicKeyCheck.objection(with(TestKeys.ec("P-256"), part, 1))).isPresent();
  }

  @Test
  void aCurveWeDoNotKnowIsLeftAlone() {
    assertThat(PublicKeyCheck.objection(with(TestKeys.ec("P-256"), "crv", "secp256k1"))).isEmpty();
  }

  @Test
  void rsaKeysHave2048To16384Bits() {
    assertThat(PublicKeyCheck.objection(TestKeys.rsa(2048))).isEmpty();
    assertThat(PublicKeyCheck.objection(TestKeys.rsa(1024))).isPresent();
    assertThat(PublicKeyCheck.objection(rsa(BigInteger.ONE.shiftLeft(2046), "AQAB"))).isPresent();
    assertThat(PublicKeyCheck.objection(rsa(BigInteger.ONE.shiftLeft(16_384), "AQAB"))).isPresent();
  }

  @Test
  void rsaExponentsAreOddAndGreaterThanOneAndOfAtMost64Bits() {
    var modulus = BigInteger.ONE.shiftLeft(2047);
    var long64 = TestKeys.text(BigInteger.ONE.shiftLeft(63).setBit(0));
    var long65 = TestKeys.text(BigInteger.ONE.shiftLeft(64).setBit(0));

    assertThat(PublicKeyCheck.objection(rsa(modulus, "AQAB"))).isEmpty();
    assertThat(PublicKeyCheck.objection(rsa(modulus, "Aw"))).isEmpty();
    assertThat(PublicKeyCheck.objection(rsa(modulus, long64))).isEmpty();
    assertThat(PublicKeyCheck.objection(rsa(modulus, "AQ"))).isPresent();
    assertThat(PublicKeyCheck.objection(rsa(modulus, "BA"))).isPresent();
    assertThat(PublicKeyCheck.objection(rsa(modulus, long65))).isPresent();
  }

  @Test
  void anRsaKeyHasAModulusAndAnExponentInBase64url() {
    assertThat(PublicKeyCheck.objection(key("kty", "RSA", "e", "AQAB"))).isPresent();
    assertThat(PublicKeyCheck.objection(key("kty", "RSA", "n", "AQAB"))).isPresent();
    assertThat(PublicKeyCheck.objection(key("kty", "RSA", "n", "*", "e", "AQAB"))).isPresent();
    assertThat(PublicKeyCheck.objection(key("kty", "RSA", "n", "", "e", "AQAB"))).isPresent();
  }

  @Test
  void anOkpKeyHasTheLengthOfItsCurve() {
    assertThat(PublicKeyCheck.objection(okp("Ed25519", 32))).isEmpty();
    assertThat(PublicKeyCheck.objection(okp("Ed448", 57))).isEmpty();
    assertThat(PublicKeyCheck.objection(okp("X9", 5))).isEmpty();
    assertThat(PublicKeyCheck.objection(okp("Ed25519", 31))).isPresent();
    assertThat(PublicKeyCheck.objection(key("kty", "OKP", "crv", "Ed25519"))).isPresent();
  }

  @Test
  void everyKeyHasAType() {
    assertThat(PublicKeyCheck.objection(key("kid", "1"))).isPresent();
    assertThat(PublicKeyCheck.objection(key("kty", Json.NULL))).isPresent();
    assertThat(PublicKeyCheck.objection(key("kty", "AKP", "pub", "x"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
  void aKeyWithAPrivatePartIsSecret(String part) {
    assertThat(with(TestKeys.ec("P-256"), part, "x").isSecret()).isTrue();
    assertThat(with(TestKeys.ec("P-256"), part, Json.NULL).isSecret()).isTrue();
  }

  @Test
  void aSymmetricKeyIsSecretAndAPublicKeyIsNot() {
    assertThat(key("kty", "oct").isSecret()).isTrue();
    assertThat(TestKeys.ec("P-256").isSecret()).isFalse();
  }

  private static JsonWebKey with(JsonWebKey key, String name, Object value) {
    return new JsonWebKey(Bodies.with(key.members(), name, value));
  }

  private static String member(JsonWebKey key, String name) {
    return key.text(name).orElseThrow();
  }

  private static BigInteger number(JsonWebKey key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(member(key, name)));
  }

  private static JsonWebKey rsa(BigInteger modulus, String exponent) {
    return key("kty", "RSA", "n", TestKeys.text(modulus), "e", exponent);
  }

  private static JsonWebKey okp(String curve, int bytes) {
    var x = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[bytes]);
    return key("kty", "OKP", "crv", curve, "x", x);
  }
}
