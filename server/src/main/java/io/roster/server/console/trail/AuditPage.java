package io.roster.server.console.trail;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.account.Role;
import io.roster.server.console.frame.Addresses;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.Page;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /audit}: who decided what, by client, by whom, by kind and by day; a button that walks
 * along the chain, and a file of what was found.
 */
public final class AuditPage {
  private static final String PATH = "/audit";
  private static final int LINES = 50;
  private static final int EXPORTED = 5000;
  private static final int AT_ONCE = 1000;
  private static final List<String> ACTIONS =
      List.of(
          "registered",
          "updated",
          "held",
          "approved",
          "denied",
          "disabled",
          "enabled",
          "secret_rotated",
          "token_replaced",
          "grants_ended",
          "deleted",
          "purged",
          "evicted",
          "revived",
          "shared",
          "registration_refused",
          "update_refused",
          "audit_pruned");

  private final InstantSource clock;
  private final JacksonJson json = new JacksonJson();

  public AuditPage(InstantSource clock) {
    this.clock = clock;
  }

  public List<Page> pages() {
    return List.of(
        Page.get(PATH, call -> show(call, Chain.UNASKED)).named("Audit"),
        Page.post(
            PATH + "/verification", Role.VIEWER, call -> show(call, Chain.walked(call, clock))),
        Page.get(PATH + "/export", this::export));
  }

  private PageReply show(PageCall call, Chain chain) {
    var filter = filter(call);
    var asked = new LinkedHashMap<>(asked(filter));
    asked.put("limit", Integer.toString(LINES));
    asked.put("after", call.query("after"));
    var reply = call.get(asked, "audit");
    if (reply.status() != 200) {
      return PageReply.refused(reply);
    }
    var body = reply.body().orElseThrow();
    var now = clock.instant();
    var model = new LinkedHashMap<String, Object>();
    model.put("chain", chain);
    model.put("filter", filter);
    model.put("actions", ACTIONS);
    model.put("entries", Lists.items(body).stream().map(e -> Entry.of(e, now)).toList());
    model.put("further", !call.query("after").isEmpty());
    model.put("first", Addresses.of(PATH, filter));
    model.put("next", body.text("next").map(id -> next(filter, id)).orElse(""));
    model.put("export", Addresses.of(PATH + "/export", filter));
    model.put("exported", EXPORTED);
    return PageReply.shown("audit", "Audit trail", model);
  }

  private static String next(Map<String, String> filter, String id) {
    var query = new LinkedHashMap<>(filter);
    query.put("after", id);
    return Addresses.of(PATH, query);
  }

  /** What is typed into the form, as it is shown there again; a day that is none counts as none. */
  private static Map<String, String> filter(PageCall call) {
    var filter = new LinkedHashMap<String, String>();
    for (var name : List.of("client", "actor", "action")) {
      filter.put(name, call.query(name).strip());
    }
    for (var day : List.of("from", "to")) {
      filter.put(day, isDay(call.query(day)) ? call.query(day) : "");
    }
    return filter;
  }

  private static boolean isDay(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeParseException noDay) {
      return false;
    }
  }

  /** The same for the API, whose times are instants; the last day counts to its end. */
  private static Map<String, String> asked(Map<String, String> filter) {
    var asked = new LinkedHashMap<>(filter);
    var from = asked.remove("from");
    var to = asked.remove("to");
    if (from != null && !from.isEmpty()) {
      asked.put("since", LocalDate.parse(from).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    }
    if (to != null && !to.isEmpty()) {
      var end = LocalDate.parse(to).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      asked.put("until", end.minusMillis(1).toString());
    }
    return asked;
  }

  /** The same entries as lines of JSON, the newest first, so many at most. */
  private PageReply export(PageCall call) {
    var asked = new LinkedHashMap<>(asked(filter(call)));
    asked.put("limit", Integer.toString(AT_ONCE));
    var lines = new StringBuilder();
    var after = "";
    int written = 0;
    do {
      asked.put("after", after);
      var reply = call.get(asked, "audit");
      if (reply.status() != 200) {
        return PageReply.refused(reply);
      }
      var body = reply.body().orElseThrow();
      for (Json.Members entry : Lists.items(body)) {
        lines.append(json.write(entry)).append('\n');
        written++;
      }
      after = body.text("next").orElse("");
    } while (!after.isEmpty() && written < EXPORTED);
    return new PageReply.Download("application/x-ndjson", "audit.ndjson", lines.toString());
  }
}
