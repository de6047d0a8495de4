package io.roster.spring.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Answers a client program whose request failed, RFC 6749 section 5.2: 401 when it is not who it
 * says, so that it registers again, and 400 for everything else.
 */
public final class OAuthErrorReplies implements AuthenticationFailureHandler {
  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    SecurityContextHolder.clearContext();
    if (!(failure instanceof OAuth2AuthenticationException refused)) {
      JsonReplies.error(response, 400, OAuth2ErrorCodes.INVALID_REQUEST, "");
      return;
    }
    var error = refused.getError();
    boolean stranger = error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT);
    if (stranger && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"roster\", charset=\"UTF-8\"");
    }
    JsonReplies.error(response, stranger ? 401 : 400, error.getErrorCode(), advice(error));
  }

  // Which part of a client's credentials was wrong helps nobody but a guesser.
  private static String advice(OAuth2Error error) {
    boolean mayTell = !error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT);
    var text = error.getDescription();
    return mayTell && text != null ? text : "";
  }
}
