package io.roster.server.signin;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * What an identity provider told about itself, and what was made of it.
 *
 * @param namesIssuer whether its authorization responses name it, RFC 9207
 * @param idTokens reads and judges its ID tokens
 */
record UpstreamConfiguration(
    ClientRegistration registration, boolean namesIssuer, JwtDecoder idTokens) {
  String issuer() {
    return String.valueOf(registration.getProviderDetails().getIssuerUri());
  }

  String authorizationUri() {
    return String.valueOf(registration.getProviderDetails().getAuthorizationUri());
  }

  String redirectUri() {
    return String.valueOf(registration.getRedirectUri());
  }
}
