package io.roster.server.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.credential.Secret;
import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads an identity provider's discovery document, OpenID Connect Discovery 1.0 section 4. */
final class Discovery {
  private static final String PATH = "/.well-known/openid-configuration";

  private final String name;
  private final SignInSettings.Provider settings;
  private final Optional<Secret> secret;
  private final String redirectUri;
  private final UpstreamHttp http;

  Discovery(
      String name,
      SignInSettings.Provider settings,
      Optional<Secret> secret,
      String redirectUri,
      UpstreamHttp http) {
    this.name = name;
    this.settings = settings;
    this.secret = secret;
    this.redirectUri = redirectUri;
    this.http = http;
  }

  /** Asks for it; throws when there is none, or none that can be used. */
  UpstreamConfiguration fetch() {
    var issuer = settings.issuer();
    var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    var bytes = http.documents().get().uri(URI.create(base + PATH)).retrieve().body(byte[].class);
    var document = new JacksonJson().read(new String(bytes == null ? new byte[0] : bytes, UTF_8));
    // Another issuer's document would make us take its word for this one's, section 4.3.
    if (!document.text("issuer").equals(Optional.of(issuer))) {
      throw new IllegalArgumentException("its discovery document names another issuer");
    }
    var registration = registration(document);
    boolean namesIssuer =
        Json.TRUE.equals(document.values().get("authorization_response_iss_parameter_supported"));
    return new UpstreamConfiguration(registration, namesIssuer, idTokens(registration, document));
  }

  private ClientRegistration registration(Json.Members document) {
    var registration =
        ClientRegistration.withRegistrationId(name)
            .clientId(settings.clientId())
            .clientSecret(secret.map(Secret::reveal).orElse(""))
            .clientAuthenticationMethod(method(document))
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(redirectUri)
            .scope(settings.scopes())
            .issuerUri(settings.issuer())
            .authorizationUri(address(document, "authorization_endpoint"))
            .tokenUri(address(document, "token_endpoint"))
            .jwkSetUri(address(document, "jwks_uri"))
            .userNameAttributeName("sub");
    if (document.find("userinfo_endpoint").isPresent()) {
      registration.userInfoUri(address(document, "userinfo_endpoint"));
    }
    return registration.build();
  }

  private String address(Json.Members document, String member) {
    return document
        .text(member)
        .filter(url -> Addresses.isFitFor(settings.issuer(), url))
        .orElseThrow(() -> new IllegalArgumentException("its " + member + " can't be used"));
  }

  private ClientAuthenticationMethod method(Json.Members document) {
    if (secret.isEmpty()) {
      return ClientAuthenticationMethod.NONE;
    }
    var offered = texts(document, "token_endpoint_auth_methods_supported").toList();
    return offered.isEmpty() || offered.contains("client_secret_basic")
        ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
        : ClientAuthenticationMethod.CLIENT_SECRET_POST;
  }

  private JwtDecoder idTokens(ClientRegistration registration, Json.Members document) {
    var algorithms = algorithms(document);
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(
                String.valueOf(registration.getProviderDetails().getJwkSetUri()))
            .restOperations(http.resources())
            .jwsAlgorithms(all -> all.addAll(algorithms))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(new JwtTimestampValidator(), new OidcIdTokenValidator(registration))));
    decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
    return decoder;
  }

  /** Those with public keys that it says it uses; RS256 if it says nothing. */
  private static Set<SignatureAlgorithm> algorithms(Json.Members document) {
    var said = texts(document, "id_token_signing_alg_values_supported").toList();
    var usable =
        Arrays.stream(SignatureAlgorithm.values())
            .filter(algorithm -> said.contains(algorithm.getName()))
            .collect(Collectors.toSet());
    return usable.isEmpty() ? Set.of(SignatureAlgorithm.RS256) : usable;
  }

  private static Stream<String> texts(Json.Members document, String member) {
    return document.values().get(member) instanceof Json.Items(var items)
        ? items.stream().filter(Json.Text.class::isInstance).map(i -> ((Json.Text) i).value())
        : Stream.empty();
  }
}
