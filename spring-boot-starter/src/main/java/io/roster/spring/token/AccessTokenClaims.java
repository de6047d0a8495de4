package io.roster.spring.token;

import io.roster.spring.client.RegisteredClients;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Shapes access tokens as RFC 9068 has them, for the resources that were asked for, RFC 8707; for
 * the issuer itself when none was.
 */
public final class AccessTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private final KnownResources resources;

  public AccessTokenClaims(KnownResources resources) {
    this.resources = resources;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      return;
    }
    var audience = audience(context);
    context.getJwsHeader().type("at+jwt");
    context.getClaims().audience(audience);
    context.getClaims().claim("client_id", context.getRegisteredClient().getClientId());
    context.getClaims().claim("scope", scope(context));
    context.getClaims().claims(claims -> claims.remove("nbf"));
    thumbprint(context).ifPresent(t -> context.getClaims().claim("cnf", Map.of("x5t#S256", t)));
  }

  private static String scope(JwtEncodingContext context) {
    return RegisteredClients.inOrder(context.getAuthorizedScopes(), context.getRegisteredClient())
        .text();
  }

  private List<String> audience(JwtEncodingContext context) {
    var granted = granted(context);
    var asked = asked(context);
    boolean forItself =
        AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
    var known = forItself ? resources.known(asked) : asked.amongst(granted);
    if (known.isEmpty()) {
      throw new OAuth2AuthenticationException(
          new OAuth2Error("invalid_target", "ask for a resource that was authorized", null));
    }
    var chosen = asked.isEmpty() ? granted : known.get();
    return chosen.isEmpty()
        ? List.of(context.getAuthorizationServerContext().getIssuer())
        : chosen.uris();
  }

  private static Resources granted(JwtEncodingContext context) {
    var authorization = context.getAuthorization();
    OAuth2AuthorizationRequest request =
        authorization == null
            ? null
            : authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
    return request == null
        ? new Resources(List.of())
        : Resources.in(request.getAdditionalParameters());
  }

  private static Resources asked(JwtEncodingContext context) {
    return context.getAuthorizationGrant()
            instanceof OAuth2AuthorizationGrantAuthenticationToken grant
        ? Resources.in(grant.getAdditionalParameters())
        : new Resources(List.of());
  }

  /** The certificate a token is bound to, RFC 8705 section 3.1, where the client asked for it. */
  private static Optional<String> thumbprint(JwtEncodingContext context) {
    boolean bound =
        context.getRegisteredClient().getTokenSettings().isX509CertificateBoundAccessTokens();
    var grant = context.getAuthorizationGrant();
    return bound
            && grant != null
            && grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
            && client.getCredentials() instanceof X509Certificate[] chain
        ? Optional.of(thumbprint(chain[0]))
        : Optional.empty();
  }

  private static String thumbprint(X509Certificate certificate) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was verified can be encoded", e);
    }
  }
}
