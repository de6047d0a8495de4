package io.roster.server.console.trail;

import io.roster.core.json.Json;
import io.roster.server.console.frame.Addresses;
import io.roster.server.console.frame.JsonText;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.Moment;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * An entry of the audit trail as a line of the page.
 *
 * @param path the page of its client, or ""
 * @param rules the rules that had something to say, and what they did, or ""
 * @param before what the client was, or ""
 * @param after what it became, or ""
 */
public record Entry(
    String id,
    Moment at,
    String action,
    String client,
    String path,
    String actor,
    String origin,
    String rules,
    String before,
    String after) {
  static Entry of(Json.Members entry, Instant now) {
    var client = entry.text("client_id").orElse("");
    return new Entry(
        entry.text("id").orElse(""),
        Moment.of(entry.text("at").orElseThrow(), now),
        entry.text("action").orElse(""),
        client,
        client.isEmpty() ? "" : Addresses.client(client),
        entry.text("actor").orElse(""),
        origin(entry),
        rules(entry),
        entry.find("before").map(JsonText::of).orElse(""),
        entry.find("after").map(JsonText::of).orElse(""));
  }

  private static String origin(Json.Members entry) {
    var from = entry.text("address").map(address -> " from " + address).orElse("");
    var call = entry.text("request_id").map(id -> ", call " + id).orElse("");
    return "by " + entry.text("door").orElse("") + from + call;
  }

  private static String rules(Json.Members entry) {
    return Lists.items(entry, "rules").stream()
        .map(rule -> rule.text("rule").orElse("") + " " + rule.text("decision").orElse(""))
        .collect(Collectors.joining(", "));
  }

  /** Whether there is more to see than fits a line. */
  public boolean detailed() {
    return !before.isEmpty() || !after.isEmpty();
  }
}
