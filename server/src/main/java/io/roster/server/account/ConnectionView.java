package io.roster.server.account;

import io.roster.core.client.Client;
import io.roster.core.uri.RedirectUri;
import io.roster.server.page.ScopeWords;
import io.roster.spring.consent.Connection;
import io.roster.spring.token.Resources;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** One client on the page of connections, in words; texts may be empty. */
record ConnectionView(
    String clientId,
    String name,
    String targets,
    List<PlaceView> places,
    String since,
    String lastUsed) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  ConnectionView {
    places = List.copyOf(places);
  }

  /** What is allowed at one server, which has no address where the client named none. */
  record PlaceView(String name, String uri, List<String> scopes) {
    PlaceView {
      scopes = List.copyOf(scopes);
    }
  }

  static ConnectionView of(Connection connection, Client client, ScopeWords words, Instant now) {
    var targets =
        client.metadata().redirectUris().stream()
            .map(ConnectionView::target)
            .filter(target -> !target.isEmpty())
            .distinct()
            .sorted()
            .toList();
    return new ConnectionView(
        client.id().value(),
        client.metadata().clientName().orElse(client.id().value()),
        String.join(", ", targets),
        connection.places().stream().map(place -> place(place, words)).toList(),
        day(connection.since(), now),
        connection.lastUsed().map(at -> day(at, now)).orElse(""));
  }

  private static PlaceView place(Connection.Place place, ScopeWords words) {
    var at = new Resources(place.resource().isEmpty() ? List.of() : List.of(place.resource()));
    return new PlaceView(
        words.name(place.resource()), place.resource(), words.all(place.scope(), at));
  }

  private static String target(RedirectUri redirect) {
    return switch (redirect) {
      case RedirectUri.Https(var uri) -> uri.host();
      case RedirectUri.Loopback(var uri) -> "this computer";
      case RedirectUri.Cleartext(var uri) -> uri.host();
      case RedirectUri.PrivateUse(var uri) -> uri.scheme() + "://" + uri.host();
      case RedirectUri.Malformed(var text) -> "";
    };
  }

  private static String day(Instant at, Instant now) {
    var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    long ago = ChronoUnit.DAYS.between(day, LocalDate.ofInstant(now, ZoneOffset.UTC));
    return ago <= 0 ? "today" : ago == 1 ? "yesterday" : "on " + DAY.format(day);
  }
}
