package io.roster.remote.statement;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.core.statement.SoftwareStatements;
import io.roster.core.statement.Verdict;
import io.roster.http.JacksonJson;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Believes software statements, RFC 7591 section 2.3, that are signed by one of a few issuers with
 * a key that is known to be theirs. Whatever else a statement says about keys is not looked at.
 */
public final class SignedStatements implements SoftwareStatements {
  private static final int LONGEST = 16 * 1024;
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final JacksonJson JSON = new JacksonJson();

  private final Map<String, TrustedIssuer> issuers;
  private final InstantSource clock;

  public SignedStatements(List<TrustedIssuer> issuers, InstantSource clock) {
    this.issuers =
        issuers.stream()
            .collect(Collectors.toUnmodifiableMap(TrustedIssuer::issuer, Function.identity()));
    this.clock = clock;
  }

  @Override
  public boolean areSupported() {
    return !issuers.isEmpty();
  }

  @Override
  public Verdict verify(String statement) {
    if (statement.length() > LONGEST) {
      return new Verdict.Invalid("send a statement of at most " + LONGEST + " characters");
    }
    try {
      var jwt = SignedJWT.parse(statement);
      // Read by our own rules: two readers must not see two statements.
      return verify(jwt, JSON.read(jwt.getPayload().toString()));
    } catch (ParseException | IllegalArgumentException malformed) {
      return new Verdict.Invalid("send a signed JWT");
    }
  }

  private Verdict verify(SignedJWT jwt, Json.Members claims) {
    var named = claims.text("iss");
    if (named.isEmpty()) {
      return new Verdict.Invalid("name the issuer of the statement in iss");
    }
    var issuer = Optional.ofNullable(issuers.get(named.get()));
    if (issuer.isEmpty()) {
      return new Verdict.Unapproved("use a statement of an issuer that this server trusts");
    }
    var header = jwt.getHeader();
    if (!issuer.get().algorithms().contains(header.getAlgorithm())) {
      return new Verdict.Invalid("sign the statement with an algorithm agreed with its issuer");
    }
    if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
      return new Verdict.Invalid("leave the header crit out");
    }
    var keys = issuer.get().keys().apply(Optional.ofNullable(header.getKeyID()));
    if (keys.isEmpty()) {
      return new Verdict.Unavailable();
    }
    return isSigned(jwt, header, keys.get())
        ? judge(issuer.get(), claims)
        : new Verdict.Invalid("sign the statement with a key of its issuer");
  }

  private static boolean isSigned(SignedJWT jwt, JWSHeader header, JWKSet keys) {
    var matcher = JWKMatcher.forJWSHeader(header);
    return new JWKSelector(matcher)
        .select(keys).stream().anyMatch(key -> isSignedBy(jwt, header, key));
  }

  private static boolean isSignedBy(SignedJWT jwt, JWSHeader header, JWK key) {
    try {
      return key instanceof AsymmetricJWK asymmetric
          && jwt.verify(
              new DefaultJWSVerifierFactory().createJWSVerifier(header, asymmetric.toPublicKey()));
    } catch (JOSEException unfit) {
      return false;
    }
  }

  private Verdict judge(TrustedIssuer issuer, Json.Members claims) {
    if (!isInTime(claims)) {
      return new Verdict.Invalid("send a statement that is valid now");
    }
    if (issuer.audience().filter(wanted -> !isMeantFor(wanted, claims)).isPresent()) {
      return new Verdict.Unapproved("send a statement that is meant for this server");
    }
    return switch (MetadataReader.read(claims)) {
      case Reading.Malformed malformed ->
          new Verdict.Invalid("the statement's claims have the wrong types");
      case Reading.Parsed(ClientMetadata metadata) ->
          new Verdict.Trusted(issuer.issuer(), metadata);
    };
  }

  private boolean isInTime(Json.Members claims) {
    long now = clock.instant().getEpochSecond();
    long skew = SKEW.toSeconds();
    return seconds(claims, "exp", Long.MAX_VALUE).filter(end -> now - skew < end).isPresent()
        && seconds(claims, "nbf", 0).filter(start -> start <= now + skew).isPresent()
        && seconds(claims, "iat", 0).filter(issued -> issued <= now + skew).isPresent();
  }

  /** The claim, or what stands for its absence; nothing when it is no whole number. */
  private static Optional<Long> seconds(Json.Members claims, String name, long absent) {
    return claims.find(name).isEmpty() ? Optional.of(absent) : claims.whole(name);
  }

  private static boolean isMeantFor(String wanted, Json.Members claims) {
    return switch (claims.find("aud").orElse(Json.NULL)) {
      case Json.Text(var one) -> one.equals(wanted);
      case Json.Items(var several) -> several.contains(Json.of(wanted));
      default -> false;
    };
  }
}
