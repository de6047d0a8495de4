package io.roster.example.mcp;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/** Who calls: the person, the client they use and what they allowed it, RFC 9068 section 2.2. */
record Caller(String subject, String clientId, List<String> scopes, List<String> audience) {
  Caller {
    scopes = List.copyOf(scopes);
    audience = List.copyOf(audience);
  }

  static Caller of(JWTClaimsSet claims) throws ParseException {
    return new Caller(
        claims.getSubject(),
        claims.getStringClaim("client_id"),
        scopes(claims),
        claims.getAudience());
  }

  Map<String, Object> claims() {
    return Map.of(
        "sub", subject,
        "client_id", clientId,
        "scope", String.join(" ", scopes),
        "aud", audience);
  }

  /** The standard has one string with blanks; several authorization servers send an array. */
  private static List<String> scopes(JWTClaimsSet claims) throws ParseException {
    return claims.getClaim("scope") instanceof String text
        ? List.of(text.split(" "))
        : claims.getStringListClaim("scope");
  }
}
