package io.roster.server.page;

import io.roster.core.client.Client;
import io.roster.core.uri.RedirectUri;
import java.time.Duration;
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
    String age,
    List<ScopeView> scopes,
    ClaimView claim) {

  /** A label of a host in other letters than ASCII has, RFC 3490 section 5. */
  private static final Pattern PUNYCODE = Pattern.compile("(?i)(?:^|[./])xn--");

  /** One scope: its token and what it means. */
  record ScopeView(String token, String meaning) {}

  static ConsentView of(
      Client client, RedirectUri redirect, List<ScopeView> scopes, Instant now, ClaimView claim) {
    var metadata = client.metadata();
    return new ConsentView(
        metadata.clientName().orElse(client.id().value()),
        metadata.clientName().isPresent(),
        target(redirect),
        PUNYCODE.matcher(target(redirect)).find(),
        redirect instanceof RedirectUri.PrivateUse,
        metadata.redirectUris().stream().allMatch(RedirectUri.Loopback.class::isInstance),
        age(Duration.between(client.issuedAt(), now)),
        scopes,
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

  private static String age(Duration age) {
    if (age.toMinutes() < 1) {
      return "less than a minute ago";
    }
    if (age.toHours() < 1) {
      return counted(age.toMinutes(), "minute");
    }
    return age.toDays() < 1 ? counted(age.toHours(), "hour") : counted(age.toDays(), "day");
  }

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s") + " ago";
  }
}
