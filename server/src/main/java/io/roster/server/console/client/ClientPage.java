package io.roster.server.console.client;

import io.roster.core.client.ClientId;
import io.roster.core.json.Json;
import io.roster.server.account.Role;
import io.roster.server.api.AdminReply;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.Moment;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is known of one client, and what was done to it. */
final class ClientPage {
  private static final int HISTORY = 50;

  // What an address says was done, and how that is told; nothing else of an address is shown.
  private static final Map<String, String> DONE =
      Map.of(
          "approve", "The client was approved: it can be used now.",
          "deny", "The client was denied, and its grants ended.",
          "disable", "The client was switched off. Its grants stay for when it is switched on.",
          "enable", "The client was switched on again.",
          "revoke-token", "The registration access token was revoked.",
          "revoke-grants", "Everything that people granted this client has ended.");

  private final InstantSource clock;

  ClientPage(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What is told on top of the page.
   *
   * @param secret what was issued, which is told this once, or ""
   */
  record Notice(int status, String kind, String text, String secret) {
    static final Notice NONE = new Notice(200, "", "", "");

    static Notice problem(AdminReply problem) {
      var refused = new PageReply.Refused(problem);
      return new Notice(
          problem.status(), "bad", refused.title() + ": " + refused.detail() + ".", "");
    }

    static Notice issued(String what, String secret) {
      return new Notice(200, "good", what, secret);
    }
  }

  PageReply show(PageCall call) {
    var done = DONE.get(call.query("done"));
    return show(call, done == null ? Notice.NONE : new Notice(200, "good", done, ""));
  }

  PageReply show(PageCall call, Notice notice) {
    var id = call.variable();
    var reply = call.get("clients", id);
    if (reply.status() != 200) {
      return PageReply.refused(reply);
    }
    var now = clock.instant();
    var client = reply.body().orElseThrow();
    var line = ClientLine.of(client, now);
    var model = new LinkedHashMap<String, Object>();
    model.put("client", line);
    model.put("notice", notice);
    model.put("tag", reply.headers().getOrDefault("ETag", ""));
    model.put("changes", call.may(Role.OPERATOR));
    model.put("credentials", credentials(client, now));
    model.put("secret", hasSecret(client));
    model.put("origin", origin(client));
    model.put("since", Moment.of(client.text("waiting_since"), now));
    model.put("decided", Moment.of(client.text("decided_at"), now));
    model.put("reason", client.text("reason").orElse(""));
    model.put("revision", client.whole("revision").orElse(0L));
    var metadata =
        client.values().get("metadata") instanceof Json.Members told
            ? told
            : new Json.Members(Map.of());
    model.put("members", Member.of(metadata));
    assess(call, id, model);
    model.put("history", history(call, id, now));
    model.put("document", document(call, id, now));
    return new PageReply.Shown(notice.status(), "client", line.name(), model);
  }

  private static void assess(PageCall call, String id, Map<String, Object> model) {
    var told =
        call.get("clients", id, "assessment").body().orElseGet(() -> new Json.Members(Map.of()));
    model.put("looksLike", told.text("looks_like").orElse(""));
    model.put("impersonates", told.text("impersonates").orElse(""));
    model.put("elsewhere", told.text("elsewhere").orElse(""));
    model.put("grants", counted(told, "grants"));
    model.put("consents", counted(told, "consents"));
    model.put("findings", Lists.items(told, "findings").stream().map(Finding::of).toList());
  }

  private static String counted(Json.Members told, String name) {
    long count = told.whole(name).orElse(0L);
    long most = told.whole("counted_to").orElse(Long.MAX_VALUE);
    return count >= most ? most + " or more" : Long.toString(count);
  }

  /** One thing a client holds: how long it is good for, never what it is. */
  record Credential(String name, String state, Moment until) {}

  private static boolean hasSecret(Json.Members client) {
    return method(client).startsWith("client_secret_");
  }

  private static String method(Json.Members client) {
    return client.values().get("metadata") instanceof Json.Members metadata
        ? metadata.text("token_endpoint_auth_method").orElse("client_secret_basic")
        : "";
  }

  private static List<Credential> credentials(Json.Members client, Instant now) {
    return List.of(
        hasSecret(client)
            ? credential(client, "Secret", "secret_expires_at", now)
            : new Credential("Secret", "none: its method is " + method(client), Moment.NEVER),
        credential(client, "Registration access token", "registration_token_expires_at", now));
  }

  private static Credential credential(
      Json.Members client, String name, String member, Instant now) {
    var until = client.text(member);
    boolean over = until.filter(at -> !Instant.parse(at).isAfter(now)).isPresent();
    var state = over ? "expired" : until.isPresent() ? "expires" : "doesn't expire";
    return new Credential(name, state, Moment.of(until, now));
  }

  private static String origin(Json.Members client) {
    var by = client.text("initial_token").map(id -> "with initial access token " + id);
    var issuer = client.text("statement_issuer").map(name -> "vouched for by " + name);
    return by.or(() -> issuer).orElse("");
  }

  private static List<Occurrence> history(PageCall call, String id, Instant now) {
    var asked = Map.of("client", id, "limit", Integer.toString(HISTORY));
    return call.get(asked, "audit").body().stream()
        .flatMap(body -> Lists.items(body).stream())
        .map(entry -> Occurrence.of(entry, now))
        .toList();
  }

  /** How far a client agrees with the document it is known by. */
  record Document(Moment fetched, Moment stale, String failure, List<String> versions) {
    static final Document NONE = new Document(Moment.NEVER, Moment.NEVER, "", List.of());
  }

  private static Document document(PageCall call, String id, Instant now) {
    return ClientId.isUrl(id)
        ? Optional.of(call.get(Map.of("client_id", id), "documents"))
            .filter(reply -> reply.status() == 200)
            .flatMap(AdminReply::body)
            .map(body -> document(body, now))
            .orElse(Document.NONE)
        : Document.NONE;
  }

  private static Document document(Json.Members body, Instant now) {
    return new Document(
        Moment.of(body.text("fetched_at").orElseThrow(), now),
        Moment.of(body.text("stale_at").orElseThrow(), now),
        body.text("failure").orElse(""),
        Lists.items(body, "versions").stream().map(version -> version(version, now)).toList());
  }

  private static String version(Json.Members version, Instant now) {
    var seen = version.text("seen_at").map(at -> Moment.of(at, now).exact()).orElse("");
    var changed =
        version.values().get("changed") instanceof Json.Items(var names)
            ? String.join(
                ", ",
                names.stream().map(name -> name instanceof Json.Text(var t) ? t : "").toList())
            : "";
    return changed.isEmpty() ? seen : seen + ": " + changed;
  }
}
