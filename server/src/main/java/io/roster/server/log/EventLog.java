package io.roster.server.log;

import static java.util.stream.Collectors.joining;

import io.roster.core.client.Client;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.metadata.Violation;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line for everything that happens to a client; never a secret, never a whole body. */
public final class EventLog implements ClientEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.roster.clients");
  private static final int MOST = 5;

  public EventLog() {}

  @Override
  public void publish(ClientEvent event) {
    LOG.info(line(event));
  }

  static String line(ClientEvent event) {
    return switch (event) {
      case ClientEvent.Registered(var client) -> "registered " + described(client);
      case ClientEvent.Updated(var before, var after) -> "updated " + described(after);
      case ClientEvent.Deleted(var id) -> "deleted " + id;
      case ClientEvent.RegistrationRejected(var violations) ->
          "refused a registration: " + fields(violations);
      case ClientEvent.UpdateRejected(var id, var violations) ->
          "refused an update of " + id + ": " + fields(violations);
    };
  }

  private static String described(Client client) {
    var name = client.metadata().clientName().map(n -> " " + LogText.quoted(n)).orElse("");
    var hosts = few(client.metadata().redirectUris().stream().map(EventLog::target).toList());
    return client.id() + name + (hosts.isEmpty() ? "" : ", redirects to " + hosts);
  }

  /** The host a code would go to, or the scheme of the app that would get it. */
  private static String target(RedirectUri redirect) {
    return switch (redirect) {
      case RedirectUri.Https(var uri) -> uri.host();
      case RedirectUri.Loopback(var uri) -> uri.host();
      case RedirectUri.Cleartext(var uri) -> uri.host();
      case RedirectUri.PrivateUse(AbsoluteUri uri) -> uri.scheme() + ":";
      case RedirectUri.Malformed(var text) -> "?";
    };
  }

  private static String fields(List<Violation> violations) {
    return few(
        violations.stream()
            .map(v -> LogText.quoted(v.field()) + " (" + v.code().wireName() + ")")
            .toList());
  }

  private static String few(List<String> texts) {
    var distinct = texts.stream().distinct().toList();
    var shown = distinct.stream().limit(MOST).collect(joining(", "));
    return distinct.size() > MOST ? shown + " and " + (distinct.size() - MOST) + " more" : shown;
  }
}
