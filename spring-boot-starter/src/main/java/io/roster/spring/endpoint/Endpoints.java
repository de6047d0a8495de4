package io.roster.spring.endpoint;

import io.roster.core.settings.RegistrationSettings;
import java.util.List;

/**
 * The paths of the authorization server's endpoints on this server: below {@code base}, which is
 * the issuer's own path without a slash at its end, and empty for most issuers.
 */
public record Endpoints(String base) {
  /** Places the endpoints below the issuer's path; the container adds the context path itself. */
  public static Endpoints of(RegistrationSettings settings, String contextPath) {
    var path = issuerPath(settings);
    boolean inContext = path.equals(contextPath) || path.startsWith(contextPath + "/");
    return new Endpoints(inContext ? path.substring(contextPath.length()) : path);
  }

  static String issuerPath(RegistrationSettings settings) {
    var path = settings.issuer().getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  public String authorize() {
    return base + "/oauth/authorize";
  }

  public String token() {
    return base + "/oauth/token";
  }

  public String revoke() {
    return base + "/oauth/revoke";
  }

  public String introspect() {
    return base + "/oauth/introspect";
  }

  public String jwks() {
    return base + "/oauth/jwks";
  }

  /** The page where people sign in; pages are outside of what the issuer's path names. */
  public String login() {
    return "/login";
  }

  /** The page where people allow or deny a client's request. */
  public String consent() {
    return "/oauth/consent";
  }

  /** The endpoints that only client programs call. */
  public List<String> forPrograms() {
    return List.of(token(), revoke(), introspect(), jwks());
  }

  /** All endpoints of the authorization server, without the pages. */
  public List<String> all() {
    return List.of(authorize(), token(), revoke(), introspect(), jwks());
  }
}
