package io.roster.server.trace;

/** Names what was asked for by few names: whoever makes up paths makes up none of them. */
public final class Route {
  private Route() {}

  /** The endpoint a path leads to, wherever the issuer's own path begins. */
  public static String of(String path) {
    if (path.contains("/.well-known/")) {
      return "metadata";
    }
    if (path.contains("/oauth/register/")) {
      return "configuration";
    }
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "register" -> "registration";
      case "authorize" -> "authorize";
      case "token" -> "token";
      case "revoke" -> "revoke";
      case "introspect" -> "introspect";
      case "jwks" -> "jwks";
      case "login" -> "login";
      case "consent" -> "consent";
      case "waiting" -> "waiting";
      default -> "other";
    };
  }
}
