package io.roster.server.signin;

import io.roster.core.uri.AbsoluteUri;
import java.util.Set;

/** Which addresses of an identity provider may be used: TLS, or the same machine. */
final class Addresses {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  private Addresses() {}

  static boolean isTrustworthy(String url) {
    return AbsoluteUri.parse(url)
        .filter(AbsoluteUri::isWeb)
        .filter(uri -> !uri.hasUserinfo() && uri.fragment().isEmpty())
        .filter(uri -> uri.scheme().equals("https") || LOOPBACK.contains(uri.host()))
        .isPresent();
  }

  /** Whether a page or endpoint of this issuer may be there: https, unless the issuer isn't. */
  static boolean isFitFor(String issuer, String url) {
    return isTrustworthy(url) && (url.startsWith("https:") || issuer.startsWith("http:"));
  }
}
