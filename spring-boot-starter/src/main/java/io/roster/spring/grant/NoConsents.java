package io.roster.spring.grant;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/**
 * Remembers no consent, so that a person is asked each time: a client that can't prove its identity
 * may be another one today, OAuth 2.1 section 7.3.
 */
public final class NoConsents implements OAuth2AuthorizationConsentService {
  public NoConsents() {}

  @Override
  public void save(OAuth2AuthorizationConsent consent) {}

  @Override
  public void remove(OAuth2AuthorizationConsent consent) {}

  @Override
  public @Nullable OAuth2AuthorizationConsent findById(String clientId, String principalName) {
    return null;
  }
}
