package io.roster.server.page;

import io.roster.core.client.Client;
import io.roster.core.uri.RedirectUri;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** What a person is told before they allow a client anything. */
record ConsentView(
    String client,
    boolean named,
    String target,
    boolean punycode,
    boolean app,
    boolean loopbackOnly,
    OriginView origin,
    Wanted wanted,
    ClaimView claim) {

  /** A label of a host in other letters than ASCII has, RFC 3490 section 5. */
  private static final Pattern PUNYCODE = Pattern.compile("(?i)(?:^|[./])xn--");

  /**
   * One scope.
   *
   * @param token the scope itself
   * @param meaning what it means, in words
   * @param before whether the person allowed it before
   */
  record ScopeView(String token, String meaning, boolean before) {}

  /** A server that the client wants to act at; the name may be empty. */
  record PlaceView(String name, String uri) {}

  /** What the client wants, and where. */
  record Wanted(List<PlaceView> places, List<ScopeView> scopes) {
    Wanted {
      places = List.copyOf(places);
      scopes = List.copyOf(scopes);
    }
  }

  static ConsentView of(
      Client client, RedirectUri redirect, Wanted wanted, Instant now, ClaimView claim) {
    var metadata = client.metadata();
    return new ConsentView(
        metadata.clientName().orElse(client.id().value()),
        metadata.clientName().isPresent(),
        target(redirect),
        PUNYCODE.matcher(target(redirect)).find(),
        redirect instanceof RedirectUri.PrivateUse,
        metadata.redirectUris().stream().allMatch(RedirectUri.Loopback.class::isInstance),
        OriginView.of(client, now),
        wanted,
        claim);
  }

  /** The host the answer goes to, exactly as registered: punycode stays punycode. */
  static String target(RedirectUri redirect) {
    return switch (redirect) {
      case RedirectUri.Https(var uri) -> uri.host();
      case RedirectUri.Loopback(var uri) -> uri.host();
      case RedirectUri.Cleartext(var uri) -> uri.host();
      case RedirectUri.PrivateUse(var uri) -> uri.scheme() + "://" + uri.host();
      case RedirectUri.Malformed(var text) -> "";
    };
  }
}
