package io.roster.fuzz;

import io.roster.core.settings.RedirectSchemes;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Two redirect URIs, one a line: what was registered, and what is asked for. */
public final class RedirectTarget {
  private RedirectTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    var registered = read(lines[0]);
    var asked = read(lines[lines.length - 1]);
    if (asked.matches(registered)) {
      Claim.holds(registered.matches(asked), "matching goes both ways");
      Claim.holds(asked.getClass() == registered.getClass(), "only like matches like");
    }
  }

  private static RedirectUri read(String text) {
    var redirect = RedirectUri.of(text);
    Claim.holds(redirect.text().equals(text), "the text is kept");
    Claim.holds(redirect.matches(redirect), "a redirect URI matches itself");
    redirect.parsed().ifPresent(RedirectTarget::compare);
    if (redirect instanceof RedirectUri.Loopback(var uri)) {
      Claim.holds(RedirectUri.LOOPBACK_HOSTS.contains(uri.host()), "loopback is this machine");
    }
    return redirect;
  }

  /** Where the JDK reads an authority too, it reads the same host. */
  private static void compare(AbsoluteUri ours) {
    URI theirs;
    try {
      theirs = new URI(ours.text());
    } catch (URISyntaxException theyDisagree) {
      return;
    }
    if (theirs.getHost() != null) {
      Claim.holds(ours.host().equals(theirs.getHost()), "both parsers see one host");
    }
  }

  static boolean mayReceiveCodes(RedirectUri redirect) {
    return switch (redirect) {
      case RedirectUri.Https https -> true;
      case RedirectUri.Loopback loopback -> true;
      case RedirectUri.PrivateUse(var uri) -> RedirectSchemes.KNOWN_APPS.allows(uri.scheme());
      case RedirectUri.Cleartext cleartext -> false;
      case RedirectUri.Malformed malformed -> false;
    };
  }
}
