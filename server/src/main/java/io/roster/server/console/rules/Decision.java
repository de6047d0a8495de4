package io.roster.server.console.rules;

import io.roster.core.json.Json;
import io.roster.server.console.frame.JsonText;
import java.util.List;

/**
 * What a rule decided about a body.
 *
 * @param decision rejected, coerced, held and so on; passed where it had nothing to say
 */
public record Decision(String rule, String decision, List<Reason> reasons) {
  static final String PASSED = "passed";

  public Decision {
    reasons = List.copyOf(reasons);
  }

  /** How it looks: good, waiting or bad. */
  public String kind() {
    return switch (decision) {
      case PASSED -> "good";
      case "rejected" -> "bad";
      default -> "wait";
    };
  }

  /**
   * One reason for it.
   *
   * @param saw what the rule saw there, or ""
   * @param advice what to change
   */
  public record Reason(String field, String saw, String advice) {
    static Reason of(Json.Members finding) {
      return new Reason(
          finding.text("field").orElse(""),
          finding.find("saw").map(JsonText::of).orElse(""),
          finding.text("advice").orElse(""));
    }
  }
}
