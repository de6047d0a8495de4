package io.roster.spring.authenticate;

import com.nimbusds.jwt.SignedJWT;
import io.roster.spring.endpoint.Endpoints;
import io.roster.spring.endpoint.FormParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads who a client says it is and what it proves that with, OAuth 2.1 section 2.4: exactly one
 * method a request. A request without any is that of a public client, or of one with a certificate.
 */
final class ClientCredentials implements AuthenticationConverter {
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
  private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final ClientAuthenticationMethod ASSERTION =
      new ClientAuthenticationMethod(JWT_BEARER);
  private static final int LONGEST_ID = 512;

  private final RegisteredClientRepository clients;
  private final Endpoints endpoints;

  ClientCredentials(RegisteredClientRepository clients, Endpoints endpoints) {
    this.clients = clients;
    this.endpoints = endpoints;
  }

  @Override
  public Authentication convert(HttpServletRequest request) {
    var form = FormParameters.ofForm(request);
    var basic = basic(request);
    boolean asserted = form.has("client_assertion");
    boolean posted = form.has("client_secret");
    if ((basic.isPresent() ? 1 : 0) + (asserted ? 1 : 0) + (posted ? 1 : 0) > 1) {
      throw new OAuth2AuthenticationException(
          new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "authenticate in one way only", null));
    }
    if (basic.isPresent()) {
      return basic(basic.get(), form);
    }
    if (asserted) {
      return assertion(form);
    }
    return posted
        ? token(id(form), ClientAuthenticationMethod.CLIENT_SECRET_POST, secret(form), form)
        : withoutSecret(request, form);
  }

  private static String secret(FormParameters form) {
    return form.required("client_secret");
  }

  private static String id(FormParameters form) {
    return form.single("client_id").orElseThrow(ClientCredentials::invalidClient);
  }

  private static Optional<String> basic(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .map(header -> header.split(" +", 2))
        .filter(parts -> parts[0].toLowerCase(Locale.ROOT).equals("basic"))
        .map(parts -> parts.length == 2 ? parts[1].strip() : "");
  }

  /** Both parts are form-encoded before they are joined, OAuth 2.1 section 2.4.1. */
  private static Authentication basic(String encoded, FormParameters form) {
    try {
      var text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      var parts = text.split(":", 2);
      if (parts.length == 2) {
        var id = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        var secret = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        requireSame(form, id);
        return token(id, ClientAuthenticationMethod.CLIENT_SECRET_BASIC, secret, form);
      }
    } catch (IllegalArgumentException malformed) {
      throw invalidClient();
    }
    throw invalidClient();
  }

  private static void requireSame(FormParameters form, String id) {
    if (!form.single("client_id").orElse(id).equals(id)) {
      throw invalidClient();
    }
  }

  private static Authentication assertion(FormParameters form) {
    if (!form.single("client_assertion_type").orElse("").equals(JWT_BEARER)) {
      throw invalidClient();
    }
    var assertion = form.required("client_assertion");
    var id = form.single("client_id").orElseGet(() -> subject(assertion));
    return token(id, ASSERTION, assertion, form);
  }

  // Only says whose keys to verify with; nothing is believed yet.
  private static String subject(String assertion) {
    try {
      return Optional.ofNullable(SignedJWT.parse(assertion).getJWTClaimsSet().getSubject())
          .orElseThrow(ClientCredentials::invalidClient);
    } catch (ParseException malformed) {
      throw invalidClient();
    }
  }

  private Authentication withoutSecret(HttpServletRequest request, FormParameters form) {
    var id = id(form);
    var client = clients.findByClientId(id);
    boolean byCertificate =
        client != null
            && client
                .getClientAuthenticationMethods()
                .contains(ClientAuthenticationMethod.TLS_CLIENT_AUTH);
    if (byCertificate) {
      return token(id, ClientAuthenticationMethod.TLS_CLIENT_AUTH, certificates(request), form);
    }
    // Anyone could ask in the name of a public client, RFC 7662 section 2.1.
    if (request.getRequestURI().endsWith(endpoints.introspect())) {
      throw invalidClient();
    }
    return token(id, ClientAuthenticationMethod.NONE, null, form);
  }

  private static X509Certificate[] certificates(HttpServletRequest request) {
    if (request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0) {
      return chain;
    }
    throw invalidClient();
  }

  private static Authentication token(
      String id,
      ClientAuthenticationMethod method,
      @Nullable Object credentials,
      FormParameters form) {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw invalidClient();
    }
    return new OAuth2ClientAuthenticationToken(id, method, credentials, forPkce(form));
  }

  /** What Spring's providers look at to compare a code's verifier with its challenge. */
  private static Map<String, Object> forPkce(FormParameters form) {
    boolean redeemsCode = form.single("grant_type").orElse("").equals("authorization_code");
    // A request without a code is told so by the token endpoint itself.
    if (!redeemsCode || !form.has("code")) {
      return Map.of();
    }
    var parameters = new HashMap<String, Object>();
    for (var name : List.of("grant_type", "code", "code_verifier")) {
      form.single(name).ifPresent(value -> parameters.put(name, value));
    }
    return parameters;
  }

  static OAuth2AuthenticationException invalidClient() {
    return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
  }
}
