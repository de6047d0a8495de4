package io.roster.core.profile;

import io.roster.core.settings.PolicyMode;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import io.roster.core.uri.RedirectUri.Cleartext;
import io.roster.core.uri.RedirectUri.Https;
import io.roster.core.uri.RedirectUri.Loopback;
import io.roster.core.uri.RedirectUri.Malformed;
import io.roster.core.uri.RedirectUri.PrivateUse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one application is known to register. All of it is public, so whoever fits a profile is not
 * thereby verified; whoever claims its name and doesn't fit is not that application.
 *
 * @param id what settings and logs call it
 * @param displayName what people call it
 * @param names how it registers, and the programs it goes by
 * @param redirectUris where it receives codes
 * @param documents where it publishes a client ID metadata document
 * @param quirks what is peculiar about it, in words
 * @param evidence how well all this is known
 * @param modes the rules that are relaxed or tightened for it
 */
public record Profile(
    String id,
    String displayName,
    Names names,
    List<UriPattern> redirectUris,
    List<UriPattern> documents,
    List<String> quirks,
    Confidence evidence,
    Map<String, PolicyMode> modes) {
  public Profile {
    redirectUris = List.copyOf(redirectUris);
    documents = List.copyOf(documents);
    quirks = List.copyOf(quirks);
    modes = Collections.unmodifiableMap(new LinkedHashMap<>(modes));
  }

  /**
   * What an application registers as.
   *
   * @param exact whole values of {@code client_name}
   * @param prefixes beginnings of {@code client_name}, where the rest is up to the user
   * @param softwareIds values of {@code software_id}
   */
  public record Names(List<String> exact, List<String> prefixes, List<String> softwareIds) {
    public Names {
      exact = List.copyOf(exact);
      prefixes = List.copyOf(prefixes);
      softwareIds = List.copyOf(softwareIds);
    }
  }

  /** Whether this redirect URI is one the application is known to use. */
  public boolean owns(RedirectUri redirect) {
    return redirect.parsed().filter(this::owns).isPresent();
  }

  private boolean owns(AbsoluteUri uri) {
    return redirectUris.stream().anyMatch(pattern -> pattern.matches(uri));
  }

  /** Whether anyone can run it under a host of their own, so that a host tells nothing. */
  public boolean selfHosted() {
    return redirectUris.stream().anyMatch(UriPattern::isAnyHost);
  }

  /**
   * Whether the application can't be meant. Which path a program on the user's own machine listens
   * on changes from version to version and deceives nobody.
   */
  boolean isForeign(RedirectUri redirect) {
    return switch (redirect) {
      case Https https -> !owns(redirect);
      case PrivateUse app -> !owns(redirect);
      case Loopback loopback -> redirectUris.stream().noneMatch(UriPattern::isLoopback);
      case Cleartext cleartext -> true;
      case Malformed malformed -> true;
    };
  }
}
