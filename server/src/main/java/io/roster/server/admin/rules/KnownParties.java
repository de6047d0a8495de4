package io.roster.server.admin.rules;

import io.roster.core.json.Json;
import io.roster.core.profile.Profile;
import io.roster.core.profile.Profiles;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Problems;
import io.roster.spring.config.StatementProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /api/v1/profiles} and {@code statement-issuers}: whom the server knows by its settings.
 */
public final class KnownParties {
  private final Profiles profiles;
  private final StatementProperties statements;

  public KnownParties(Profiles profiles, StatementProperties statements) {
    this.profiles = profiles;
    this.statements = statements;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.get("/profiles", "listProfiles")
            .by(Role.VIEWER, "Lists the applications that are known when they register.")
            .answers("ProfileList")
            .does(call -> all(profiles.all().stream().map(KnownParties::json).toList())),
        Operation.get("/profiles/{id}", "getProfile")
            .by(Role.VIEWER, "Shows an application that is known.")
            .answers("Profile")
            .does(this::profile),
        Operation.get("/statement-issuers", "listStatementIssuers")
            .by(Role.VIEWER, "Lists whose software statements are believed.")
            .answers("StatementIssuerList")
            .does(call -> all(statements.issuers().stream().map(KnownParties::json).toList())));
  }

  private AdminReply profile(AdminCall call) {
    return profiles
        .find(call.variable())
        .map(profile -> AdminReply.of(200, json(profile)))
        .orElseGet(Problems::notFound);
  }

  private static AdminReply all(List<Json.Members> items) {
    return AdminReply.of(
        200, new Json.Members(Map.of("items", new Json.Items(List.copyOf(items)))));
  }

  private static Json.Members json(Profile profile) {
    var members = new LinkedHashMap<String, Json>();
    members.put("id", Json.of(profile.id()));
    members.put("name", Json.of(profile.displayName()));
    members.put("names", Json.ofTexts(profile.names().exact()));
    members.put("prefixes", Json.ofTexts(profile.names().prefixes()));
    members.put("software_ids", Json.ofTexts(profile.names().softwareIds()));
    members.put(
        "redirect_uris",
        Json.ofTexts(profile.redirectUris().stream().map(Object::toString).toList()));
    members.put(
        "documents", Json.ofTexts(profile.documents().stream().map(Object::toString).toList()));
    members.put("quirks", Json.ofTexts(profile.quirks()));
    members.put("evidence", Json.of(profile.evidence().wireName()));
    return new Json.Members(members);
  }

  private static Json.Members json(StatementProperties.Issuer issuer) {
    var members = new LinkedHashMap<String, Json>();
    members.put("issuer", Json.of(issuer.issuer()));
    var uri = issuer.jwksUri();
    members.put("keys", Json.of(uri == null ? "by-value" : "by-reference"));
    if (uri != null) {
      members.put("jwks_uri", Json.of(uri));
    }
    members.put("algorithms", Json.ofTexts(issuer.algorithms().stream().sorted().toList()));
    var audience = issuer.audience();
    if (audience != null) {
      members.put("audience", Json.of(audience));
    }
    return new Json.Members(members);
  }
}
