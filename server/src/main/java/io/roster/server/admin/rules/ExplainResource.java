package io.roster.server.admin.rules;

import io.roster.core.Roster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import io.roster.core.policy.Rule;
import io.roster.core.registration.Examination;
import io.roster.core.registration.Registrar;
import io.roster.core.settings.PolicyMode;
import io.roster.http.JacksonJson;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Operation.Trait;
import io.roster.server.api.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code POST /api/v1/explain}: what would become of a registration body, rule by rule. Nothing is
 * stored, spent or told to anybody.
 */
public final class ExplainResource {
  private static final JacksonJson JSON = new JacksonJson();

  private final Roster roster;

  public ExplainResource(Roster roster) {
    this.roster = roster;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.post("/explain", "explain")
            .by(Role.VIEWER, "Tells what would become of a registration; nothing is stored.")
            .with(
                Parameter.choice(
                    "tier",
                    "As a client of which tier; open by default.",
                    Arrays.stream(Tier.values()).map(Tier::wireName).toArray(String[]::new)))
            .takes("Metadata")
            .is(Trait.RAW_BODY)
            .answers("Explanation")
            .does(this::answer));
  }

  private AdminReply answer(AdminCall call) {
    var tier = call.asked("tier").flatMap(Tier::find).orElse(Tier.OPEN);
    return AdminReply.of(200, explain(call.body(), tier));
  }

  /** Explains a body as it came, whatever it is. */
  Json.Members explain(String text, Tier tier) {
    Json.Members body;
    try {
      body = JSON.read(text);
    } catch (IllegalArgumentException malformed) {
      var advice = String.valueOf(malformed.getMessage());
      var finding = Finding.rejecting("json-well-formed", Violation.metadata("body", advice));
      return refused(List.of(finding), field -> Optional.empty());
    }
    return explain(body, tier);
  }

  Json.Members explain(Json.Members body, Tier tier) {
    return switch (MetadataReader.read(body)) {
      case Reading.Malformed(var violations) ->
          refused(Registrar.malformed(violations), field -> FieldPath.find(body, field));
      case Reading.Parsed(var metadata) ->
          examined(roster.registrar().examine(metadata, Admitted.of(tier)), body);
    };
  }

  private static Json.Members refused(
      List<Finding> findings, Function<String, Optional<Json>> seen) {
    var answer = new LinkedHashMap<String, Json>();
    answer.put("verdict", Json.of("refused"));
    answer.put("error", Json.of(findings.getFirst().violations().getFirst().code().wireName()));
    answer.put("findings", findings(findings, seen));
    answer.put("passed", new Json.Items(List.of()));
    return new Json.Members(answer);
  }

  private Json.Members examined(Examination examined, Json.Members body) {
    var amended = examined.amended().toJson();
    Function<String, Optional<Json>> seen =
        field -> FieldPath.find(amended, field).or(() -> FieldPath.find(body, field));
    var answer = new LinkedHashMap<String, Json>();
    answer.put("verdict", Json.of(verdict(examined)));
    examined.findings().stream()
        .filter(finding -> finding.mode() == PolicyMode.REJECT)
        .findFirst()
        .ifPresent(
            first -> answer.put("error", Json.of(first.violations().getFirst().code().wireName())));
    answer.put("tier", Json.of(examined.origin().tier().wireName()));
    answer.put("findings", findings(examined.findings(), seen));
    answer.put("passed", Json.ofTexts(passed(examined)));
    if (!examined.isRejected()) {
      answer.put("client", examined.metadata().toJson());
    }
    return new Json.Members(answer);
  }

  private static String verdict(Examination examined) {
    if (examined.isRejected()) {
      return "refused";
    }
    boolean waits = examined.judgment().isHeld() && examined.origin().tier() != Tier.ADMINISTRATOR;
    return waits ? "held" : "registered";
  }

  private List<String> passed(Examination examined) {
    var broken = examined.findings().stream().map(Finding::rule).toList();
    return roster.rules().stream().map(Rule::name).filter(n -> !broken.contains(n)).toList();
  }

  static Json findings(List<Finding> findings, Function<String, Optional<Json>> seen) {
    return new Json.Items(
        findings.stream()
            .flatMap(finding -> finding.violations().stream().map(v -> finding(finding, v, seen)))
            .limit(100)
            .toList());
  }

  private static Json finding(
      Finding finding, Violation violation, Function<String, Optional<Json>> seen) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("rule", Json.of(finding.rule()));
    entry.put("decision", Json.of(finding.mode().done()));
    entry.put("field", Json.of(violation.field()));
    seen.apply(violation.field()).ifPresent(json -> entry.put("saw", FieldPath.shortened(json)));
    entry.put("advice", Json.of(violation.advice()));
    return new Json.Members(entry);
  }
}
