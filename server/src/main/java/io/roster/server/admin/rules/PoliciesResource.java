package io.roster.server.admin.rules;

import io.roster.core.Roster;
import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.policy.Rule;
import io.roster.core.settings.PolicyMode;
import io.roster.core.settings.TierSettings;
import io.roster.server.account.Role;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** {@code GET /api/v1/policies}: the rules in their order, and what each tier may have. */
public final class PoliciesResource {
  private final Roster roster;

  public PoliciesResource(Roster roster) {
    this.roster = roster;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.get("/policies", "getPolicies")
            .by(Role.VIEWER, "Lists the rules in their order, and what each tier may have.")
            .answers("Policies")
            .does(call -> answer()));
  }

  private AdminReply answer() {
    var answer = new LinkedHashMap<String, Json>();
    answer.put(
        "rules", new Json.Items(roster.rules().stream().map(PoliciesResource::rule).toList()));
    answer.put("tiers", new Json.Items(Arrays.stream(Tier.values()).map(this::tier).toList()));
    return AdminReply.of(200, new Json.Members(answer));
  }

  private static Json rule(Rule rule) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("rule", Json.of(rule.name()));
    entry.put("mode", Json.of(rule.mode().wireName()));
    entry.put(
        "modes", Json.ofTexts(rule.modes().stream().sorted().map(PolicyMode::wireName).toList()));
    return new Json.Members(entry);
  }

  private Json tier(Tier tier) {
    TierSettings settings = roster.settings().tier(tier);
    var entry = new LinkedHashMap<String, Json>();
    entry.put("tier", Json.of(tier.wireName()));
    entry.put("scope", Json.of(settings.scope().text()));
    entry.put("scope_ceiling", Json.of(settings.scopeCeiling().text()));
    entry.put(
        "grant_types",
        Json.ofTexts(settings.grantTypes().stream().map(GrantType::value).sorted().toList()));
    entry.put(
        "auth_methods",
        Json.ofTexts(
            settings.authMethods().stream()
                .sorted()
                .map(TokenEndpointAuthMethod::wireName)
                .toList()));
    var schemes = settings.redirectSchemes().name().toLowerCase(Locale.ROOT).replace('_', '-');
    entry.put("redirect_schemes", Json.of(schemes));
    entry.put("client_secret_seconds", Json.of(settings.clientSecretLifetime().toSeconds()));
    entry.put(
        "registration_token_seconds", Json.of(settings.registrationTokenLifetime().toSeconds()));
    entry.put("quota", Json.of(settings.quota()));
    entry.put("never_used_seconds", Json.of(settings.retention().neverUsed().toSeconds()));
    entry.put("idle_seconds", Json.of(settings.retention().idle().toSeconds()));
    entry.put("approval", Json.of(settings.approval()));
    return new Json.Members(entry);
  }
}
