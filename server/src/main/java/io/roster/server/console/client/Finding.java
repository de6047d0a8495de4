package io.roster.server.console.client;

import io.roster.core.json.Json;

/** What a rule says of a client today. */
public record Finding(String rule, String decision, String field, String saw, String advice) {
  static Finding of(Json.Members finding) {
    return new Finding(
        finding.text("rule").orElse(""),
        finding.text("decision").orElse(""),
        finding.text("field").orElse(""),
        finding.text("saw").orElse(""),
        finding.text("advice").orElse(""));
  }
}
