package io.roster.spring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** A client assertion in the making, valid unless a test changes one thing. */
record Assertion(
    String client,
    JWK key,
    String issuer,
    List<String> audience,
    Duration lifetime,
    String algorithm,
    String jti) {
  static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  Assertion(String client, JWK key) {
    this(
        client,
        key,
        client,
        List.of("http://localhost:9000"),
        Duration.ofMinutes(1),
        "ES256",
        UUID.randomUUID().toString());
  }

  Assertion algorithm(String next) {
    return new Assertion(client, key, issuer, audience, lifetime, next, jti);
  }

  Assertion jti(String next) {
    return new Assertion(client, key, issuer, audience, lifetime, algorithm, next);
  }

  Assertion audience(List<String> next) {
    return new Assertion(client, key, issuer, next, lifetime, algorithm, jti);
  }

  Assertion issuer(String next) {
    return new Assertion(client, key, next, audience, lifetime, algorithm, jti);
  }

  Assertion lifetime(Duration next) {
    return new Assertion(client, key, issuer, audience, next, algorithm, jti);
  }

  Assertion signedBy(JWK next) {
    return new Assertion(client, next, issuer, audience, lifetime, algorithm, jti);
  }

  String text() throws JOSEException {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(client)
            .audience(audience)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .jwtID(jti)
            .build();
    var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID("k").build();
    var assertion = new SignedJWT(header, claims);
    assertion.sign(signer());
    return assertion.serialize();
  }

  private JWSSigner signer() throws JOSEException {
    return key.getKeyType().equals(KeyType.RSA)
        ? new RSASSASigner(key.toRSAKey())
        : new ECDSASigner(key.toECKey());
  }
}
