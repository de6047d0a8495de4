package io.roster.server.console.approval;

import io.roster.core.json.Json;
import io.roster.server.account.Role;
import io.roster.server.api.AdminReply;
import io.roster.server.console.frame.Addresses;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.Page;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /approvals}: the clients that wait, the oldest first, one line for all that are alike; one
 * or many of them are approved or denied at once.
 */
public final class ApprovalsPage {
  private static final String PATH = "/approvals";
  private static final int LINES = 25;

  private final InstantSource clock;

  public ApprovalsPage(InstantSource clock) {
    this.clock = clock;
  }

  public List<Page> pages() {
    return List.of(
        Page.get(PATH, call -> show(call, Tally.NONE)).named("Approvals"),
        Page.post(PATH, Role.OPERATOR, this::decide));
  }

  /** What came of a decision: how it is told, and what could not be done. */
  record Tally(String done, List<String> problems) {
    static final Tally NONE = new Tally("", List.of());
  }

  private PageReply show(PageCall call, Tally tally) {
    var asked = new LinkedHashMap<String, String>();
    asked.put("limit", Integer.toString(LINES));
    if (!call.query("after").isEmpty()) {
      asked.put("after", call.query("after"));
    }
    var reply = call.get(asked, "approvals");
    if (reply.status() != 200) {
      return PageReply.refused(reply);
    }
    var body = reply.body().orElseThrow();
    var now = clock.instant();
    var model = new LinkedHashMap<String, Object>();
    model.put("tally", tally);
    model.put("decides", call.may(Role.OPERATOR));
    model.put(
        "waiting",
        Lists.items(body).stream().map(client -> Waiting.of(client, call, now)).toList());
    model.put(
        "next", body.text("next").map(id -> Addresses.of(PATH, Map.of("after", id))).orElse(""));
    model.put("further", !call.query("after").isEmpty());
    return PageReply.shown("approvals", "Approvals", model);
  }

  /** Decides on those that are ticked, or on the one whose own button was pressed. */
  private PageReply decide(PageCall call) {
    boolean one = !call.field("approve").isEmpty();
    var verb = one || call.field("decision").equals("approve") ? "approve" : "deny";
    var choices = one ? List.of(call.field("approve")) : call.fields("client");
    var reason = one ? "" : call.field("reason").strip();
    if (choices.isEmpty()) {
      return show(call, new Tally("", List.of("Tick the clients first.")));
    }
    long decided = 0;
    var problems = new ArrayList<String>();
    for (var choice :
        choices.stream().limit(LINES).map(Choice::read).flatMap(Optional::stream).toList()) {
      var reply = decide(call, choice, verb, reason);
      if (reply.status() < 300) {
        decided += 1 + reply.body().flatMap(body -> body.whole("alike")).orElse(0L);
      } else {
        problems.add(problem(choice, reply));
      }
    }
    return show(call, new Tally(told(decided, verb), List.copyOf(problems)));
  }

  private static AdminReply decide(PageCall call, Choice choice, String verb, String reason) {
    var body = new Json.Members(reason.isEmpty() ? Map.of() : Map.of("reason", Json.of(reason)));
    return call.post(Optional.of(choice.tag()), body, "clients", choice.id(), verb);
  }

  private static String problem(Choice choice, AdminReply reply) {
    var refused = new PageReply.Refused(reply);
    return choice.id() + ": " + refused.title() + ", " + refused.detail() + ".";
  }

  private static String told(long decided, String verb) {
    if (decided == 0) {
      return "";
    }
    var clients = decided == 1 ? "1 client was " : decided + " clients were ";
    return clients
        + (verb.equals("approve")
            ? "approved. Whoever waits in a browser goes on by themselves."
            : "denied. Whoever waits in a browser is told so.");
  }
}
