package io.roster.example.mcp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.roster.example.mcp.TokenCheck.Accepted;
import io.roster.example.mcp.TokenCheck.Rejected;
import io.roster.example.mcp.TokenCheck.Undecided;
import java.text.ParseException;
import java.util.Set;

/** Checks JWT access tokens: signature, type, issuer, audience and lifetime, RFC 9068 section 4. */
final class AccessTokens {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
  private static final Set<String> DEMANDED = Set.of("sub", "client_id", "scope", "exp");

  private final DefaultJWTProcessor<SecurityContext> rules = new DefaultJWTProcessor<>();

  AccessTokens(ProtectedResource resource, JWKSource<SecurityContext> keys) {
    var issued = new JWTClaimsSet.Builder().issuer(resource.issuer().toString()).build();
    rules.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    rules.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    rules.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(resource.uri().toString(), issued, DEMANDED));
  }

  TokenCheck check(String token) {
    try {
      return new Accepted(Caller.of(rules.process(token, null)));
    } catch (ParseException | BadJOSEException | RateLimitReachedException e) {
      return new Rejected();
    } catch (JOSEException e) {
      return new Undecided();
    }
  }
}
