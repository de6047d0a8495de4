package io.roster.server.console.token;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.account.Role;
import io.roster.server.console.frame.Addresses;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.Page;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /initial-tokens}: hands out initial access tokens, lists and revokes them. */
public final class InitialTokensPage {
  private static final String PATH = "/initial-tokens";
  private static final String API = "initial-tokens";
  private static final int LINES = 50;

  private final InstantSource clock;
  private final JacksonJson json = new JacksonJson();

  public InitialTokensPage(InstantSource clock) {
    this.clock = clock;
  }

  public List<Page> pages() {
    return List.of(
        Page.get(PATH, call -> show(call, Notice.NONE)).named("Initial tokens"),
        Page.post(PATH, Role.OPERATOR, this::create),
        Page.post(PATH + "/{id}/revoke", Role.OPERATOR, this::revoke));
  }

  /** What came of a form; the secret of a new token is told only here. */
  record Notice(String kind, String text, String secret) {
    static final Notice NONE = new Notice("", "", "");

    static Notice bad(String text) {
      return new Notice("bad", text, "");
    }
  }

  private PageReply create(PageCall call) {
    var terms = new LinkedHashMap<String, Json>();
    terms.put("tier", Json.of(call.field("tier")));
    var uses = number(call.field("uses"));
    var days = number(call.field("days"));
    if (uses.isEmpty() || days.isEmpty()) {
      return show(
          call, Notice.bad("Uses and days are numbers; 0 days for a token that never ends."));
    }
    terms.put("uses", Json.of(uses.get()));
    terms.put("expires_in", Json.of(Duration.ofDays(days.get()).toSeconds()));
    terms.put("note", Json.of(call.field("note").strip()));
    var fixed = call.field("metadata").strip();
    if (!fixed.isEmpty()) {
      try {
        terms.put("metadata", json.read(fixed));
      } catch (IllegalArgumentException malformed) {
        return show(
            call, Notice.bad("The fixed metadata are no JSON object: " + malformed.getMessage()));
      }
    }
    var reply = call.post(Optional.empty(), new Json.Members(terms), API);
    if (reply.status() != 201) {
      return reply.status() == 503 || reply.status() == 403
          ? PageReply.refused(reply)
          : show(call, Notice.bad(new PageReply.Refused(reply).detail()));
    }
    var token = reply.body().orElseThrow().text("token").orElse("");
    return show(call, new Notice("good", "The new token. It is shown this once.", token));
  }

  private PageReply revoke(PageCall call) {
    var reply = call.delete(Optional.empty(), API, call.variable());
    return reply.status() < 300 ? PageReply.elsewhere(PATH) : PageReply.refused(reply);
  }

  private PageReply show(PageCall call, Notice notice) {
    var asked = new LinkedHashMap<String, String>();
    asked.put("limit", Integer.toString(LINES));
    if (!call.query("after").isEmpty()) {
      asked.put("after", call.query("after"));
    }
    var reply = call.get(asked, API);
    if (reply.status() != 200) {
      return PageReply.refused(reply);
    }
    var body = reply.body().orElseThrow();
    var now = clock.instant();
    var model = new LinkedHashMap<String, Object>();
    model.put("notice", notice);
    model.put("changes", call.may(Role.OPERATOR));
    model.put("tokens", Lists.items(body).stream().map(t -> TokenLine.of(t, now)).toList());
    model.put("further", !call.query("after").isEmpty());
    model.put(
        "next", body.text("next").map(id -> Addresses.of(PATH, Map.of("after", id))).orElse(""));
    boolean failed = notice.kind().equals("bad");
    model.put("uses", failed ? call.field("uses") : "1");
    model.put("days", failed ? call.field("days") : "7");
    model.put("note", failed ? call.field("note") : "");
    model.put("metadata", failed ? call.field("metadata") : "");
    model.put("tier", failed ? call.field("tier") : "token");
    return PageReply.shown("initial-tokens", "Initial tokens", model);
  }

  /** Nobody types more digits; what is too much the API says. */
  private static Optional<Long> number(String text) {
    return text.strip().matches("\\d{1,9}")
        ? Optional.of(Long.valueOf(text.strip()))
        : Optional.empty();
  }
}
