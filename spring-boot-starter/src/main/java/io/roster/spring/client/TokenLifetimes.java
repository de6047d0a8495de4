package io.roster.spring.client;

import java.time.Duration;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** How long each kind of token lives; a refresh token lives on by being used. */
public record TokenLifetimes(Duration accessToken, Duration refreshToken, Duration code) {
  TokenSettings toTokenSettings() {
    return TokenSettings.builder()
        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
        .accessTokenTimeToLive(accessToken)
        .refreshTokenTimeToLive(refreshToken)
        .authorizationCodeTimeToLive(code)
        .reuseRefreshTokens(false)
        .build();
  }
}
