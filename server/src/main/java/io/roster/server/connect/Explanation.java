package io.roster.server.connect;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.log.LogText;
import java.util.List;

/** The answer to an explain call, for people. */
public final class Explanation {
  private static final JacksonJson JSON = new JacksonJson();

  private Explanation() {}

  public static String of(Json.Members answer) {
    var text = new StringBuilder();
    text.append(verdict(answer)).append('\n');
    for (var finding : list(answer, "findings")) {
      if (finding instanceof Json.Members members) {
        append(members, text);
      }
    }
    if (answer.values().get("client") instanceof Json.Members client) {
      text.append("\nThe client as it would be registered:\n");
      client
          .values()
          .forEach((name, value) -> text.append("  ").append(line(name, value)).append('\n'));
    }
    boolean others = !list(answer, "passed").isEmpty() && !list(answer, "findings").isEmpty();
    return text.append(others ? "\nAll other rules have nothing to say.\n" : "").toString();
  }

  private static String verdict(Json.Members answer) {
    return switch (answer.text("verdict").orElse("")) {
      case "refused" -> "Refused: " + answer.text("error").orElse("");
      case "held" -> "Registered, but it would wait for an administrator's approval.";
      default ->
          list(answer, "findings").isEmpty()
              ? "Registered, just as it is."
              : "Registered, with the changes and remarks below.";
    };
  }

  private static void append(Json.Members finding, StringBuilder text) {
    text.append("\n  ").append(LogText.plain(finding.text("field").orElse("")));
    finding.text("saw").ifPresent(saw -> text.append(": ").append(LogText.quoted(saw)));
    text.append("\n    ").append(finding.text("advice").orElse(""));
    text.append("\n    ")
        .append(finding.text("decision").orElse(""))
        .append(" by ")
        .append(finding.text("rule").orElse(""))
        .append('\n');
  }

  private static String line(String name, Json value) {
    return name
        + ": "
        + LogText.plain(value instanceof Json.Text(var plain) ? plain : JSON.write(value));
  }

  private static List<Json> list(Json.Members answer, String name) {
    return answer.values().get(name) instanceof Json.Items(var items) ? items : List.of();
  }
}
