package io.roster.server.console.client;

import io.roster.server.console.frame.Addresses;
import io.roster.server.console.frame.PageCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients are looked for by, as the form says it; everything may be "". */
public record ClientFilters(Map<String, String> values) {
  static final String PATH = "/clients";

  private static final List<String> NAMES =
      List.of("q", "state", "tier", "registered", "used", "redirect_host", "software", "order");
  private static final List<String> PLAIN =
      List.of("q", "state", "tier", "redirect_host", "software");
  private static final Map<String, Duration> SPANS =
      Map.of("day", Duration.ofDays(1), "week", Duration.ofDays(7), "month", Duration.ofDays(30));
  private static final Duration LONG_AGO = Duration.ofDays(90);
  private static final Duration IDLE = Duration.ofDays(30);

  static ClientFilters of(PageCall call) {
    var values = new LinkedHashMap<String, String>();
    NAMES.forEach(name -> values.put(name, call.query(name).strip()));
    return new ClientFilters(values);
  }

  /** One value of a choice in the form. */
  public record Choice(String value, String text, boolean chosen) {}

  String value(String name) {
    return values.getOrDefault(name, "");
  }

  boolean newestFirst() {
    return !value("order").equals("oldest");
  }

  /** Whether there is more than the order. */
  public boolean narrow() {
    return values.entrySet().stream()
        .anyMatch(entry -> !entry.getKey().equals("order") && !entry.getValue().isEmpty());
  }

  /** Whether more is said than the three fields that are always seen say. */
  public boolean detailed() {
    return NAMES.stream()
        .filter(name -> !List.of("q", "state", "tier").contains(name))
        .anyMatch(name -> !value(name).isEmpty());
  }

  /** What the API is asked. */
  Map<String, String> asked(Instant now) {
    var asked = new LinkedHashMap<String, String>();
    for (var name : PLAIN) {
      asked.put(name, value(name));
    }
    var registered = SPANS.get(value("registered"));
    if (registered != null) {
      asked.put("registered_after", now.minus(registered).toString());
    } else if (value("registered").equals("older")) {
      asked.put("registered_before", now.minus(LONG_AGO).toString());
    }
    var used = SPANS.get(value("used"));
    if (used != null) {
      asked.put("used_after", now.minus(used).toString());
    } else if (value("used").equals("idle")) {
      asked.put("used_before", now.minus(IDLE).toString());
    } else if (value("used").equals("never")) {
      asked.put("never_used", "true");
    }
    asked.values().removeIf(String::isEmpty);
    return asked;
  }

  /** The same search from another place in the list on. */
  String from(String direction, String id) {
    var query = new LinkedHashMap<>(values);
    query.put(direction, id);
    return Addresses.of(PATH, query);
  }

  public List<Choice> states() {
    return choices(
        "state",
        "",
        "any",
        "active",
        "active",
        "pending",
        "pending",
        "disabled",
        "disabled",
        "denied",
        "denied");
  }

  public List<Choice> tiers() {
    return choices(
        "tier",
        "",
        "any",
        "open",
        "open registration",
        "document",
        "document",
        "token",
        "initial access token",
        "statement",
        "software statement",
        "administrator",
        "administrator");
  }

  public List<Choice> registered() {
    return choices(
        "registered",
        "",
        "any time",
        "day",
        "in the last 24 hours",
        "week",
        "in the last 7 days",
        "month",
        "in the last 30 days",
        "older",
        "more than 90 days ago");
  }

  public List<Choice> used() {
    return choices(
        "used",
        "",
        "any time",
        "day",
        "in the last 24 hours",
        "week",
        "in the last 7 days",
        "month",
        "in the last 30 days",
        "idle",
        "not for 30 days",
        "never",
        "never");
  }

  public List<Choice> orders() {
    return choices("order", "", "newest first", "oldest", "oldest first");
  }

  private List<Choice> choices(String name, String... valuesAndTexts) {
    var choices = new ArrayList<Choice>();
    for (int i = 0; i < valuesAndTexts.length; i += 2) {
      var value = valuesAndTexts[i];
      choices.add(new Choice(value, valuesAndTexts[i + 1], value.equals(value(name))));
    }
    return List.copyOf(choices);
  }
}
