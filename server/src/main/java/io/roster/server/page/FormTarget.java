package io.roster.server.page;

import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;

/**
 * Where a consent form leads in the end, as a source for form-action: browsers hold the redirect to
 * the client against the page that sent the form.
 */
final class FormTarget {
  private FormTarget() {}

  static String of(RedirectUri redirect) {
    return switch (redirect) {
      case RedirectUri.Https(var uri) -> origin(uri);
      case RedirectUri.Loopback(var uri) -> origin(uri);
      case RedirectUri.PrivateUse(var uri) -> uri.scheme() + ":";
      case RedirectUri.Cleartext(var uri) -> "";
      case RedirectUri.Malformed(var text) -> "";
    };
  }

  // A URI that parsed has no character that could end the directive.
  private static String origin(AbsoluteUri uri) {
    var host = uri.host();
    // CSP has no way to write an IPv6 address.
    if (host.startsWith("[")) {
      return uri.scheme() + ":";
    }
    var port = uri.authority().flatMap(AbsoluteUri.Authority::port);
    return uri.scheme() + "://" + host + port.map(p -> ":" + p).orElse("");
  }
}
