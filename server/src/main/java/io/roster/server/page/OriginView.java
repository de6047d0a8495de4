package io.roster.server.page;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.Tier;
import io.roster.core.uri.AbsoluteUri;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How a client got onto the roster, and who answers for it, requirement C24; texts may be empty.
 *
 * @param domain where the client publishes what it is, if it does
 * @param issuer who vouches for it in a software statement
 * @param invited whether it came with a token of whoever runs this server
 * @param admitted whether an administrator admitted it
 * @param age how long it has been known here
 * @param firstSeen the day it was first seen here
 */
record OriginView(
    String domain, String issuer, boolean invited, boolean admitted, String age, String firstSeen) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  static OriginView of(Client client, Instant now) {
    var domain = domain(client.id().value());
    boolean published = !domain.isEmpty();
    var tier = client.origin().tier();
    return new OriginView(
        domain,
        published ? "" : client.origin().statementIssuer().orElse(""),
        !published && tier == Tier.TOKEN,
        !published && tier == Tier.ADMINISTRATOR,
        age(Duration.between(client.issuedAt(), now)),
        DAY.format(client.issuedAt()));
  }

  /** Whether nobody answers for it. */
  public boolean unverified() {
    return domain.isEmpty() && issuer.isEmpty() && !invited && !admitted;
  }

  /** The host of a client that is known by the address of a document, or nothing. */
  private static String domain(String clientId) {
    return ClientId.isUrl(clientId)
        ? AbsoluteUri.parse(clientId).map(AbsoluteUri::host).orElse("")
        : "";
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
