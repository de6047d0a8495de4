package io.roster.http;

import io.roster.core.json.Json;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import io.roster.core.settings.PolicyMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a client is told whose metadata breaks rules, RFC 7591 section 3.2.2; the first violation
 * gives the code. Where the operator wants it, {@code violations} lists every broken rule.
 */
final class Refusals {
  private static final int MOST_TOLD = 8;
  private static final int MOST_LISTED = 50;

  private final boolean listed;

  Refusals(boolean listed) {
    this.listed = listed;
  }

  HttpReply of(List<Finding> findings) {
    var reasons =
        findings.stream()
            .filter(finding -> finding.mode() == PolicyMode.REJECT)
            .flatMap(finding -> finding.violations().stream())
            .toList();
    var reply = ErrorReplies.error(400, reasons.getFirst().code().wireName(), told(reasons));
    return listed ? withList(reply, findings) : reply;
  }

  private static String told(List<Violation> reasons) {
    var told =
        reasons.stream()
            .limit(MOST_TOLD)
            .map(reason -> reason.field() + ": " + reason.advice())
            .collect(Collectors.joining("; "));
    int untold = reasons.size() - MOST_TOLD;
    return untold > 0 ? told + "; and " + untold + " more" : told;
  }

  private static HttpReply withList(HttpReply reply, List<Finding> findings) {
    var entries =
        findings.stream()
            .flatMap(finding -> finding.violations().stream().map(v -> entry(finding, v)))
            .limit(MOST_LISTED)
            .toList();
    var body = new LinkedHashMap<>(reply.body().orElseThrow().values());
    body.put("violations", new Json.Items(entries));
    return HttpReply.of(reply.status(), new Json.Members(body));
  }

  private static Json entry(Finding finding, Violation violation) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("rule", Json.of(finding.rule()));
    entry.put("decision", Json.of(finding.mode().done()));
    entry.put("field", Json.of(violation.field()));
    entry.put("advice", Json.of(violation.advice()));
    return new Json.Members(entry);
  }
}
