package io.roster.server.console.client;

import io.roster.core.json.Json;
import io.roster.server.console.frame.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Something that was done to a client, from the audit trail.
 *
 * @param rules the rules that had something to say, or ""
 * @param changed the members that are not what they were, or ""
 */
public record Occurrence(
    Moment at, String action, String actor, String address, String rules, String changed) {
  static Occurrence of(Json.Members entry, Instant now) {
    return new Occurrence(
        Moment.of(entry.text("at").orElseThrow(), now),
        entry.text("action").orElse("").replace('-', ' ').replace('_', ' '),
        entry.text("actor").orElse(""),
        entry.text("address").orElse(""),
        rules(entry),
        String.join(", ", changed(entry)));
  }

  private static String rules(Json.Members entry) {
    return entry.values().get("rules") instanceof Json.Items(var rules)
        ? String.join(
            ", ",
            rules.stream()
                .filter(Json.Members.class::isInstance)
                .flatMap(rule -> ((Json.Members) rule).text("rule").stream())
                .distinct()
                .toList())
        : "";
  }

  private static List<String> changed(Json.Members entry) {
    return entry.values().get("before") instanceof Json.Members before
            && entry.values().get("after") instanceof Json.Members after
        ? different(before, after)
        : List.of();
  }

  /** The names of what differs; "revision" always does, and metadata is looked into. */
  private static List<String> different(Json.Members before, Json.Members after) {
    var names = new TreeSet<>(before.values().keySet());
    names.addAll(after.values().keySet());
    names.remove("revision");
    var different = new ArrayList<String>();
    for (var name : names) {
      var was = before.values().get(name);
      var is = after.values().get(name);
      if (was instanceof Json.Members old && is instanceof Json.Members now) {
        different.addAll(different(old, now));
      } else if (!Objects.equals(was, is)) {
        different.add(name);
      }
    }
    return different;
  }
}
