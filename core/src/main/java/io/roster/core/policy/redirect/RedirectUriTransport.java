package io.roster.core.policy.redirect;

import io.roster.core.policy.Candidate;
import io.roster.core.settings.RedirectSchemes;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import io.roster.core.uri.RedirectUri.Cleartext;
import io.roster.core.uri.RedirectUri.Https;
import io.roster.core.uri.RedirectUri.Loopback;
import io.roster.core.uri.RedirectUri.Malformed;
import io.roster.core.uri.RedirectUri.PrivateUse;
import java.util.Optional;

/** A code may be sent only over TLS, to loopback, or to an app's own scheme, RFC 7591 section 5. */
record RedirectUriTransport() implements RedirectUriRule {
  @Override
  public Optional<String> objection(RedirectUri redirect, Candidate candidate) {
    return switch (redirect) {
      case Https https -> Optional.empty();
      case Loopback loopback -> Optional.empty();
      case Malformed malformed -> Optional.empty();
      case PrivateUse(var uri) -> privateUse(uri, candidate.tier().redirectSchemes());
      case Cleartext cleartext ->
          Optional.of("use https; http is for localhost, 127.0.0.1 and [::1] only");
    };
  }

  private Optional<String> privateUse(AbsoluteUri uri, RedirectSchemes schemes) {
    if (!schemes.allows(uri.scheme())) {
      return Optional.of(
          schemes == RedirectSchemes.STRICT
              ? "use https or loopback http"
              : "use https, loopback http, or an app scheme such as com.example.app");
    }
    boolean hasTarget = !uri.host().isEmpty() || uri.path().startsWith("/");
    return hasTarget ? Optional.empty() : Optional.of("add a path that starts with a slash");
  }
}
