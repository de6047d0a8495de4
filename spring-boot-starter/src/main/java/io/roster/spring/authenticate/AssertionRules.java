package io.roster.spring.authenticate;

import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.store.assertion.UsedAssertions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a client assertion has to say, RFC 7523 section 3 as rfc7523bis tightens it: from and about
 * the client, to this issuer alone, ending soon, and never sent before.
 */
record AssertionRules(
    String clientId, String issuer, UsedAssertions used, Digester digester, InstantSource clock)
    implements OAuth2TokenValidator<Jwt> {
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
  private static final Duration SKEW = Duration.ofSeconds(30);

  @Override
  public OAuth2TokenValidatorResult validate(Jwt assertion) {
    boolean valid =
        clientId.equals(assertion.getClaimAsString("iss"))
            && clientId.equals(assertion.getSubject())
            && List.of(issuer).equals(assertion.getAudience())
            && isTimely(assertion)
            && used.use(identity(assertion), expiry(assertion).plus(SKEW));
    return valid
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_client"));
  }

  private boolean isTimely(Jwt assertion) {
    Instant now = clock.instant();
    Instant end = expiry(assertion);
    return now.minus(SKEW).isBefore(end)
        && end.isBefore(now.plus(LONGEST_LIFE).plus(SKEW))
        && isPast(assertion.getIssuedAt(), now)
        && isPast(assertion.getNotBefore(), now);
  }

  private static boolean isPast(@Nullable Instant time, Instant now) {
    return time == null || time.isBefore(now.plus(SKEW));
  }

  private static Instant expiry(Jwt assertion) {
    return Optional.ofNullable(assertion.getExpiresAt()).orElse(Instant.EPOCH);
  }

  /** By its jti, or by all of it when it has none. */
  private String identity(Jwt assertion) {
    var id = Optional.ofNullable(assertion.getId()).orElseGet(assertion::getTokenValue);
    return digester.digest(new Secret(clientId + " " + id)).text();
  }
}
