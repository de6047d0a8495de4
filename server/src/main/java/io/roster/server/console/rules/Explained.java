package io.roster.server.console.rules;

import io.roster.core.json.Json;
import io.roster.server.console.frame.JsonText;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.rules.Decision.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What would become of a body.
 *
 * @param verdict refused, held or registered; "" where nobody asked
 * @param error the error code that the client would get, or ""
 * @param decisions what each rule decided, those that have something to say first
 * @param client the client as it would be, or ""
 */
public record Explained(
    String verdict, String error, String tier, List<Decision> decisions, String client) {
  static final Explained NOTHING = new Explained("", "", "", List.of(), "");

  public Explained {
    decisions = List.copyOf(decisions);
  }

  static Explained of(Json.Members explanation) {
    var reasons = new LinkedHashMap<String, List<Reason>>();
    var found = new LinkedHashMap<String, String>();
    for (var finding : Lists.items(explanation, "findings")) {
      var rule = finding.text("rule").orElse("");
      found.put(rule, finding.text("decision").orElse(""));
      reasons.computeIfAbsent(rule, one -> new ArrayList<>()).add(Reason.of(finding));
    }
    var decisions = new ArrayList<Decision>();
    found.forEach(
        (rule, decision) ->
            decisions.add(new Decision(rule, decision, reasons.getOrDefault(rule, List.of()))));
    if (explanation.values().get("passed") instanceof Json.Items(var passed)) {
      passed.stream()
          .filter(Json.Text.class::isInstance)
          .map(rule -> new Decision(((Json.Text) rule).value(), Decision.PASSED, List.of()))
          .forEach(decisions::add);
    }
    return new Explained(
        explanation.text("verdict").orElse(""),
        explanation.text("error").orElse(""),
        explanation.text("tier").orElse(""),
        decisions,
        explanation.find("client").map(JsonText::of).orElse(""));
  }

  /** How it looks: good, waiting or bad. */
  public String kind() {
    return switch (verdict) {
      case "registered" -> "good";
      case "held" -> "wait";
      default -> "bad";
    };
  }

  /** Whether the body was so broken that no rule was asked. */
  public boolean unread() {
    return decisions.stream().noneMatch(one -> one.decision().equals(Decision.PASSED));
  }
}
