package io.roster.remote.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.roster.core.metadata.Members;
import io.roster.core.statement.Verdict;
import io.roster.testkit.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Attack 6.25 and RFC 7591 section 2.3. */
class SignedStatementsTest {
  private static final String ISSUER = "https://issuer.example";

  private final SettableClock clock = SettableClock.atNoon();
  private final ECKey key = key("k");
  private final SignedStatements statements = trusting(Optional.empty());

  @Test
  void aTrustedIssuersClaimsAreRead() throws Exception {
    var verdict = (Verdict.Trusted) statements.verify(signed(claims().build()));

    assertThat(verdict.issuer()).isEqualTo(ISSUER);
    assertThat(verdict.claims().clientName()).contains("Vouched for");
    assertThat(verdict.claims().localized()).hasSize(1);
    assertThat(verdict.claims().get(Members.SOFTWARE_ID)).contains("software-1");
    assertThat(verdict.claims().toJson().values()).doesNotContainKeys("iss", "exp", "jti", "sub");
  }

  @Test
  void anotherIssuerIsNotApproved() throws Exception {
    var claims = claims().issuer("https://other.example").build();

    assertThat(statements.verify(signed(claims))).isInstanceOf(Verdict.Unapproved.class);
  }

  @Test
  void anotherKeyIsNotTheIssuers() throws Exception {
    var forged = signed(claims().build(), header(JWSAlgorithm.ES256, "k"), key("k"));

    assertThat(statements.verify(forged)).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void aChangedStatementIsInvalid() throws Exception {
    var parts = signed(claims().build()).split("\\.", -1);
    var other = signed(claims().claim("client_name", "Bank").build()).split("\\.", -1);

    assertThat(statements.verify(parts[0] + "." + other[1] + "." + parts[2]))
        .isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void anUnsignedStatementIsInvalid() {
    var none = encoded("{\"alg\":\"none\"}") + "." + encoded("{\"iss\":\"" + ISSUER + "\"}") + ".";

    assertThat(statements.verify(none)).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void thePublicKeyIsNoSharedSecret() throws Exception {
    var secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    var confused = new SignedJWT(header(JWSAlgorithm.HS256, "k"), claims().build());
    confused.sign(new MACSigner(secret));

    assertThat(statements.verify(confused.serialize())).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void keysThatAStatementBringsAlongAreNotLookedAt() throws Exception {
    var own = key("own");
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .jwk(own.toPublicJWK())
            .jwkURL(URI.create("https://attacker.example/jwks"))
            .build();

    assertThat(statements.verify(signed(claims().build(), header, own)))
        .isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void aCriticalHeaderIsNotIgnored() throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID("k")
            .customParam("strange", true)
            .criticalParams(Set.of("strange"))
            .build();

    assertThat(statements.verify(signed(claims().build(), header, key)))
        .isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void itsTimeIsChecked() throws Exception {
    var ends = Date.from(clock.instant().minusSeconds(61));
    var begins = Date.from(clock.instant().plusSeconds(61));

    for (var claims :
        List.of(
            claims().expirationTime(ends),
            claims().notBeforeTime(begins),
            claims().issueTime(begins),
            claims().claim("exp", "tomorrow"))) {
      assertThat(statements.verify(signed(claims.build()))).isInstanceOf(Verdict.Invalid.class);
    }
    var skewed = claims().expirationTime(Date.from(clock.instant().minusSeconds(59)));
    assertThat(statements.verify(signed(skewed.build()))).isInstanceOf(Verdict.Trusted.class);
    clock.advance(Duration.ofDays(2));
    assertThat(statements.verify(signed(claims().build()))).isInstanceOf(Verdict.Trusted.class);
  }

  @Test
  void itIsMeantForUsWhereThatIsAsked() throws Exception {
    var strict = trusting(Optional.of("https://as.example"));

    assertThat(strict.verify(signed(claims().build()))).isInstanceOf(Verdict.Unapproved.class);
    assertThat(strict.verify(signed(claims().audience("https://other.example").build())))
        .isInstanceOf(Verdict.Unapproved.class);
    assertThat(strict.verify(signed(claims().audience("https://as.example").build())))
        .isInstanceOf(Verdict.Trusted.class);
  }

  @Test
  void claimsOfTheWrongTypeAreInvalid() throws Exception {
    assertThat(statements.verify(signed(claims().claim("redirect_uris", "x").build())))
        .isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void noiseIsInvalid() {
    for (var noise : List.of("", ".", "..", "a.b.c", "{}", "x".repeat(16 * 1024 + 1))) {
      assertThat(statements.verify(noise)).as(noise).isInstanceOf(Verdict.Invalid.class);
    }
  }

  @Test
  void whileTheKeysAreNotHereNothingIsDecided() throws Exception {
    var waiting = new SignedStatements(List.of(issuer(Optional.empty(), Optional.empty())), clock);

    assertThat(waiting.verify(signed(claims().build()))).isEqualTo(new Verdict.Unavailable());
  }

  @Test
  void noIssuerMayUseASharedSecret() {
    assertThatThrownBy(
            () ->
                new TrustedIssuer(
                    ISSUER, kid -> Optional.empty(), Set.of(JWSAlgorithm.HS256), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutIssuersStatementsDoNotCount() {
    assertThat(new SignedStatements(List.of(), clock).areSupported()).isFalse();
    assertThat(statements.areSupported()).isTrue();
  }

  private SignedStatements trusting(Optional<String> audience) {
    var set = Optional.of(new JWKSet(key.toPublicJWK()));
    return new SignedStatements(List.of(issuer(set, audience)), clock);
  }

  private static TrustedIssuer issuer(Optional<JWKSet> keys, Optional<String> audience) {
    return new TrustedIssuer(ISSUER, kid -> keys, Set.of(JWSAlgorithm.ES256), audience);
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject("someone")
        .jwtID("j")
        .claim("client_name", "Vouched for")
        .claim("client_name#de", "Verbuergt")
        .claim("software_id", "software-1");
  }

  private String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, header(JWSAlgorithm.ES256, "k"), key);
  }

  private static String signed(JWTClaimsSet claims, JWSHeader header, ECKey by)
      throws JOSEException {
    var jwt = new SignedJWT(header, claims);
    JWSSigner signer = new ECDSASigner(by.toECPrivateKey(), by.getCurve());
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static JWSHeader header(JWSAlgorithm algorithm, String kid) {
    return new JWSHeader.Builder(algorithm).keyID(kid).build();
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static ECKey key(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
