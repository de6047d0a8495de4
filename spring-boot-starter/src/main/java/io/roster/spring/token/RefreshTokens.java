package io.roster.spring.token;

import io.roster.spring.client.OfflineAccess;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Issues refresh tokens to public clients too, OAuth 2.1 section 4.3.1. All tokens of a grant begin
 * with the same 128 random bits, by which a spent one is recognised, and end in 256 of their own.
 */
public final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {
  private static final int SHARED_BYTES = 16;
  private static final int OWN_BYTES = 32;
  private static final char SEPARATOR = '.';
  private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random;
  private final InstantSource clock;
  private final OfflineAccess offline;

  public RefreshTokens(SecureRandom random, InstantSource clock, OfflineAccess offline) {
    this.random = random;
    this.clock = clock;
    this.offline = offline;
  }

  /** The part that all refresh tokens of a grant share; the whole of a token of another make. */
  public static String sharedPart(String refreshToken) {
    int end = refreshToken.indexOf(SEPARATOR);
    return end < 1 ? refreshToken : refreshToken.substring(0, end);
  }

  @Override
  public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
    boolean refused =
        offline == OfflineAccess.REQUIRED
            && !context.getAuthorizedScopes().contains(OfflineAccess.SCOPE);
    if (refused || !OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
      return null;
    }
    Instant now = clock.instant();
    var lifetime = context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive();
    var shared =
        current(context.getAuthorization())
            .map(RefreshTokens::sharedPart)
            .orElseGet(() -> randomText(SHARED_BYTES));
    var value = shared + SEPARATOR + randomText(OWN_BYTES);
    return new OAuth2RefreshToken(value, now, now.plus(lifetime));
  }

  private static Optional<String> current(@Nullable OAuth2Authorization authorization) {
    return Optional.ofNullable(authorization)
        .map(OAuth2Authorization::getRefreshToken)
        .map(token -> token.getToken().getTokenValue());
  }

  private String randomText(int bytes) {
    var bits = new byte[bytes];
    random.nextBytes(bits);
    return URL_SAFE.encodeToString(bits);
  }
}
