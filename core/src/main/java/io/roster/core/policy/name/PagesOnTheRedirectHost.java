package io.roster.core.policy.name;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.profile.Likeness.LooksLike;
import io.roster.core.profile.Profiles;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri.Https;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages of a web client are on a host that it redirects to, RFC 7591 section 5. Apps and
 * programs on the user's machine have no such host, and known applications need no such proof.
 */
public record PagesOnTheRedirectHost(Profiles profiles) implements RegistrationPolicy {
  private static final String HTTPS = "https://";

  @Override
  public List<Violation> check(Candidate candidate) {
    var metadata = candidate.metadata();
    var hosts = hosts(metadata);
    if (hosts.isEmpty()) {
      return List.of();
    }
    var strange = fields(metadata, hosts);
    return strange.isEmpty() || profiles.likeness(metadata) instanceof LooksLike
        ? List.of()
        : strange.stream().map(PagesOnTheRedirectHost::violation).toList();
  }

  private static Set<String> hosts(ClientMetadata metadata) {
    return metadata.redirectUris().stream()
        .filter(Https.class::isInstance)
        .flatMap(redirect -> redirect.parsed().stream())
        .map(PagesOnTheRedirectHost::host)
        .collect(Collectors.toSet());
  }

  private static List<String> fields(ClientMetadata metadata, Set<String> hosts) {
    var plain =
        Members.PAGES.stream()
            .filter(page -> metadata.get(page).filter(url -> isElsewhere(url, hosts)).isPresent())
            .map(page -> page.name());
    var localized =
        metadata.localized().stream()
            .filter(variant -> Members.PAGES.contains(variant.member()))
            .filter(variant -> isElsewhere(variant.text(), hosts))
            .map(Localized::wireName);
    return Stream.concat(plain, localized).toList();
  }

  /** What is no address on the web is for another rule to say. */
  private static boolean isElsewhere(String url, Set<String> hosts) {
    if (hosts.stream().anyMatch(host -> isOn(host, url))) {
      return false;
    }
    return AbsoluteUri.parse(url)
        .filter(AbsoluteUri::isWeb)
        .filter(page -> !page.scheme().equals("https") || !hosts.contains(host(page)))
        .isPresent();
  }

  /** Sees at a glance what is nearly always so, and spares every registration the reading. */
  private static boolean isOn(String host, String url) {
    int end = HTTPS.length() + host.length();
    return url.startsWith(HTTPS)
        && url.startsWith(host, HTTPS.length())
        && (url.length() == end || url.charAt(end) == '/');
  }

  private static String host(AbsoluteUri uri) {
    return uri.host().toLowerCase(Locale.ROOT);
  }

  private static Violation violation(String field) {
    return Violation.metadata(field, "use https and a host that is in redirect_uris too");
  }
}
