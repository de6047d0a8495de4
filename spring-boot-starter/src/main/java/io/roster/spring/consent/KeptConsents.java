package io.roster.spring.consent;

import io.roster.core.client.ClientId;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Scope;
import io.roster.core.uri.RedirectUri;
import io.roster.spring.client.RegisteredClients;
import io.roster.spring.token.Resources;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Takes the answer a person gave on the consent page, and keeps what they allowed. */
public final class KeptConsents {
  private static final OAuth2TokenType CODE = new OAuth2TokenType("code");

  private final Consents consents;
  private final RegisteredClientRepository clients;
  private final OAuth2AuthorizationService grants;

  public KeptConsents(
      Consents consents, RegisteredClientRepository clients, OAuth2AuthorizationService grants) {
    this.consents = consents;
    this.clients = clients;
    this.grants = grants;
  }

  /** The same provider, whose answers are kept. */
  public AuthenticationProvider after(AuthenticationProvider answers) {
    return new AuthenticationProvider() {
      @Override
      public @Nullable Authentication authenticate(Authentication answer) {
        var given = answers.authenticate(answer);
        if (given instanceof OAuth2AuthorizationCodeRequestAuthenticationToken code) {
          keep(code);
        }
        return given;
      }

      @Override
      public boolean supports(Class<?> type) {
        return answers.supports(type);
      }
    };
  }

  /** Whether a person needn't be asked about this request. */
  public boolean spare(OAuth2AuthorizationRequest request, Authentication person) {
    return !request.getAdditionalParameters().containsKey("prompt")
        && asked(request, person.getName()).filter(consents::spare).isPresent();
  }

  /** What the person allowed the client before of what it asks now, or beside it. */
  public Scope allowed(Asked asked) {
    return consents.allowed(asked);
  }

  private void keep(OAuth2AuthorizationCodeRequestAuthenticationToken given) {
    var code = given.getAuthorizationCode();
    OAuth2Authorization grant =
        code == null ? null : grants.findByToken(code.getTokenValue(), CODE);
    if (grant == null) {
      return;
    }
    OAuth2AuthorizationRequest request =
        grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
    if (request != null) {
      var allowed = new Scope(List.copyOf(grant.getAuthorizedScopes()));
      asked(request, grant.getPrincipalName()).ifPresent(all -> consents.keep(all, allowed));
    }
  }

  /** What a request asks of this person; nothing when its client is gone. */
  public Optional<Asked> asked(OAuth2AuthorizationRequest request, String subject) {
    return Optional.ofNullable(clients.findByClientId(request.getClientId()))
        .map(RegisteredClients::metadataOf)
        .map(
            client ->
                new Asked(
                    new ClientId(request.getClientId()),
                    client,
                    subject,
                    Resources.in(request.getAdditionalParameters()),
                    new Scope(List.copyOf(request.getScopes())),
                    redirect(request, client)));
  }

  private static RedirectUri redirect(OAuth2AuthorizationRequest request, ClientMetadata client) {
    return Optional.ofNullable(request.getRedirectUri())
        .map(RedirectUri::of)
        .or(() -> client.redirectUris().stream().findFirst())
        .orElseGet(() -> RedirectUri.of(""));
  }
}
