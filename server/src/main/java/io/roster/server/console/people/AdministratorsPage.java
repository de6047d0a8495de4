package io.roster.server.console.people;

import io.roster.core.json.Json;
import io.roster.server.account.Role;
import io.roster.server.api.AdminReply;
import io.roster.server.console.frame.Addresses;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.Moment;
import io.roster.server.console.frame.Page;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /administrators}: who administers and as what, and the API tokens of their programs. */
public final class AdministratorsPage {
  private static final String PATH = "/administrators";
  private static final String ONE = PATH + "/{name}";
  private static final String TOKENS = PATH + "/tokens";
  private static final int LINES = 50;

  private final InstantSource clock;

  public AdministratorsPage(InstantSource clock) {
    this.clock = clock;
  }

  public List<Page> pages() {
    return List.of(
        Page.get(PATH, call -> show(call, Notice.NONE)).named("Administrators"),
        Page.post(PATH, Role.ADMIN, this::add),
        Page.post(TOKENS, Role.ADMIN, this::issue),
        Page.post(TOKENS + "/{id}/revoke", Role.ADMIN, this::revoke),
        Page.post(ONE + "/role", Role.ADMIN, this::appoint),
        Page.post(ONE + "/remove", Role.ADMIN, this::remove));
  }

  /** What came of a form; the secret of a new token is told only here. */
  record Notice(String kind, String text, String secret) {
    static final Notice NONE = new Notice("", "", "");

    static Notice good(String text) {
      return new Notice("good", text, "");
    }
  }

  /**
   * An administrator as a line of the list.
   *
   * @param self whether that is who looks
   */
  public record Person(String name, String role, Moment since, String path, boolean self) {
    static Person of(Json.Members person, PageCall call, Instant now) {
      var name = person.text("name").orElse("");
      return new Person(
          name,
          person.text("role").orElse(""),
          Moment.of(person.text("created_at"), now),
          PATH + "/" + Addresses.segment(name),
          name.equals(call.principal().name()));
    }
  }

  /** An API token as a line of the list; never the token itself. */
  public record TokenLine(
      String id, String note, String owner, String role, Moment expires, String state) {
    static TokenLine of(Json.Members token, Instant now) {
      var expires = Moment.of(token.text("expires_at"), now);
      boolean isOver =
          token.text("expires_at").map(Instant::parse).filter(now::isAfter).isPresent();
      return new TokenLine(
          token.text("id").orElse(""),
          token.text("note").orElse(""),
          token.text("owner").orElse(""),
          token.text("role").orElse(""),
          expires,
          token.text("revoked_at").isPresent() ? "revoked" : isOver ? "expired" : "valid");
    }

    /** Whether somebody may still use it. */
    public boolean valid() {
      return state.equals("valid");
    }
  }

  private PageReply show(PageCall call, Notice notice) {
    var people = call.get(asked(call, "after"), "administrators");
    var tokens = call.get(asked(call, "tokens"), "api-tokens");
    for (var reply : List.of(people, tokens)) {
      if (reply.status() != 200) {
        return PageReply.refused(reply);
      }
    }
    var now = clock.instant();
    var model = new LinkedHashMap<String, Object>();
    model.put("notice", notice);
    model.put("changes", call.may(Role.ADMIN));
    model.put("people", items(people).stream().map(p -> Person.of(p, call, now)).toList());
    model.put("tokens", items(tokens).stream().map(t -> TokenLine.of(t, now)).toList());
    model.put("next", next(people, "after"));
    model.put("nextTokens", next(tokens, "tokens"));
    model.put("further", !call.query("after").isEmpty() || !call.query("tokens").isEmpty());
    model.put("name", notice.kind().equals("bad") ? call.field("name") : "");
    return PageReply.shown("administrators", "Administrators", model);
  }

  private static Map<String, String> asked(PageCall call, String cursor) {
    return Map.of("limit", Integer.toString(LINES), "after", call.query(cursor));
  }

  private static List<Json.Members> items(AdminReply reply) {
    return Lists.items(reply.body().orElseThrow());
  }

  private static String next(AdminReply reply, String cursor) {
    return reply
        .body()
        .flatMap(body -> body.text("next"))
        .map(last -> Addresses.of(PATH, Map.of(cursor, last)))
        .orElse("");
  }

  private PageReply add(PageCall call) {
    var person = new LinkedHashMap<String, Json>();
    for (var name : List.of("name", "password", "role")) {
      person.put(name, Json.of(call.field(name)));
    }
    var reply = call.post(Optional.empty(), new Json.Members(person), "administrators");
    return done(call, reply, call.field("name") + " administers from now on.");
  }

  private PageReply appoint(PageCall call) {
    var role = new Json.Members(Map.of("role", Json.of(call.field("role"))));
    var reply = call.patch(role, "administrators", call.variable());
    return done(call, reply, call.variable() + " has another role now.");
  }

  private PageReply remove(PageCall call) {
    var reply = call.delete(Optional.empty(), "administrators", call.variable());
    return done(call, reply, call.variable() + " was removed with all API tokens.");
  }

  private PageReply issue(PageCall call) {
    var days = call.field("days").strip();
    if (!days.matches("\\d{1,4}")) {
      return show(call, new Notice("bad", "Days are a number.", ""));
    }
    var asked = new LinkedHashMap<String, Json>();
    asked.put("role", Json.of(call.field("role")));
    asked.put("expires_in", Json.of(Duration.ofDays(Long.parseLong(days)).toSeconds()));
    asked.put("note", Json.of(call.field("note").strip()));
    var reply = call.post(Optional.empty(), new Json.Members(asked), "api-tokens");
    var secret = reply.body().flatMap(body -> body.text("token"));
    return secret.isPresent()
        ? show(call, new Notice("good", "The new API token. It is shown this once.", secret.get()))
        : done(call, reply, "");
  }

  private PageReply revoke(PageCall call) {
    var reply = call.delete(Optional.empty(), "api-tokens", call.variable());
    return done(call, reply, "The API token was revoked.");
  }

  /** What somebody typed wrong is said beside the form, everything else on a page of its own. */
  private PageReply done(PageCall call, AdminReply reply, String told) {
    if (reply.status() < 300) {
      return show(call, Notice.good(told));
    }
    var refused = new PageReply.Refused(reply);
    return reply.status() == 400 || reply.status() == 409 || reply.status() == 422
        ? show(call, new Notice("bad", refused.title() + ": " + refused.detail() + ".", ""))
        : refused;
  }
}
