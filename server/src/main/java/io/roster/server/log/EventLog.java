package io.roster.server.log;

import static java.util.stream.Collectors.joining;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.policy.Finding;
import io.roster.core.settings.PolicyMode;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import io.roster.server.settings.ClientPages;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line for everything that happens to a client; never a secret, never a whole body. */
public final class EventLog implements ClientEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.roster.clients");
  private static final int MOST = 5;

  private final ClientPages pages;

  /** Says of clients that wait where to decide on them. */
  public EventLog(ClientPages pages) {
    this.pages = pages;
  }

  @Override
  public void publish(ClientEvent event) {
    if (event instanceof ClientEvent.Held(var client)) {
      // The one line that somebody has to do something about.
      LOG.warn("{}; decide at {}", line(event), LogText.plain(pages.of(client.id().value())));
    } else {
      LOG.info(line(event));
    }
  }

  static String line(ClientEvent event) {
    return switch (event) {
      case ClientEvent.Registered(var client, var findings) ->
          "registered " + described(client) + admission(client) + noticed(findings);
      case ClientEvent.Shared(var client) -> "shared the registration of " + described(client);
      case ClientEvent.Updated update ->
          "updated "
              + described(update.after())
              + admission(update.after())
              + changed(update)
              + noticed(update.findings());
      case ClientEvent.Held(var client) -> "approval needed for " + described(client);
      case ClientEvent.Decided(var before, var after) ->
          "set " + described(after) + ", from " + name(before) + " to " + name(after);
      case ClientEvent.SecretRotated(var before, var after) ->
          "replaced the secret of " + described(after);
      case ClientEvent.TokenReplaced(var before, var after) ->
          "replaced the registration token of " + described(after);
      case ClientEvent.GrantsEnded(var id, var grants) -> "ended " + grants + " grants of " + id;
      case ClientEvent.Revived(var client) -> "revived " + described(client);
      case ClientEvent.Deleted(var id, var ending) ->
          "deleted "
              + id
              + (ending == Ending.DELETED_BY_CLIENT ? ", by itself" : ", by an administrator");
      case ClientEvent.Purged(var ids, var ending) ->
          "purged " + ids.size() + " clients, " + text(ending) + ": " + joined(ids);
      case ClientEvent.RegistrationRejected(var findings) ->
          "refused a registration: " + reasons(findings);
      case ClientEvent.UpdateRejected(var id, var findings) ->
          "refused an update of " + id + ": " + reasons(findings);
    };
  }

  /** What a document says otherwise than before: nobody asked for it. */
  private static String changed(ClientEvent.Updated update) {
    return update.after().origin().tier() == Tier.DOCUMENT
        ? ", changed " + few(update.changed())
        : "";
  }

  private static String text(Ending ending) {
    return ending.wireName().replace('_', ' ');
  }

  // Each of them: it is the only place that tells an operator where a client went.
  private static String joined(List<ClientId> ids) {
    return ids.stream().map(ClientId::value).collect(joining(" "));
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

  private static String name(Client client) {
    return client.state().wireName();
  }

  /** How a client came that didn't simply register, and whether it waits. */
  private static String admission(Client client) {
    var origin = client.origin();
    var tier = origin.tier() == Tier.OPEN ? "" : ", tier " + origin.tier().wireName();
    var token = origin.initialToken().map(id -> ", by token " + id).orElse("");
    return tier + token + (client.state() == ClientState.PENDING ? ", waits for approval" : "");
  }

  /** The rules that held or warned; what was coerced is everyday business. */
  private static String noticed(List<Finding> findings) {
    var texts =
        findings.stream()
            .filter(f -> f.mode() != PolicyMode.COERCE)
            .map(finding -> finding.mode().done() + " by " + finding.rule())
            .toList();
    return texts.isEmpty() ? "" : "; " + few(texts);
  }

  private static String reasons(List<Finding> findings) {
    return few(
        findings.stream()
            .filter(finding -> finding.mode() == PolicyMode.REJECT)
            .flatMap(
                finding ->
                    finding.violations().stream()
                        .map(v -> LogText.quoted(v.field()) + " (" + finding.rule() + ")"))
            .toList());
  }

  private static String few(List<String> texts) {
    var distinct = texts.stream().distinct().toList();
    var shown = distinct.stream().limit(MOST).collect(joining(", "));
    return distinct.size() > MOST ? shown + " and " + (distinct.size() - MOST) + " more" : shown;
  }
}
