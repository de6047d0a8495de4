package io.roster.server.api;

import io.roster.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the bodies of the API look like, as JSON Schemas by name. */
public final class Schemas {
  private static final String[] TIERS = {"open", "document", "token", "statement", "administrator"};
  private static final String[] STATES = {"pending", "active", "disabled", "denied"};
  private static final String[] ROLES = {"viewer", "operator", "admin"};

  /** Every schema; a name with a question mark is of a member that may be missing. */
  public static final Map<String, Json.Members> ALL = all();

  private Schemas() {}

  private static Map<String, Json.Members> all() {
    var all = new LinkedHashMap<String, Json.Members>();
    all.putAll(clients());
    all.putAll(tokens());
    all.putAll(people());
    all.putAll(rules());
    all.putAll(figures());
    all.putAll(watching());
    return Collections.unmodifiableMap(all);
  }

  private static Map<String, Json.Members> clients() {
    var client =
        object(
            "client_id", text(),
            "state", choice(STATES),
            "tier", choice(TIERS),
            "initial_token?", text(),
            "statement_issuer?", text(),
            "registered_at", time(),
            "last_used_at?", time(),
            "waiting_since?", time(),
            "decided_at?", time(),
            "reason?", text(),
            "alike?", whole(),
            "revision", whole(),
            "secret_expires_at?", time(),
            "previous_secret_expires_at?", time(),
            "registration_token_expires_at?", time(),
            "metadata", any(),
            "client_secret?", text(),
            "registration_access_token?", text());
    var version =
        object("revision", whole(), "seen_at", time(), "changed", texts(), "metadata", any());
    var document =
        object(
            "client_id", text(),
            "fetched_at", time(),
            "stale_at", time(),
            "failed_at?", time(),
            "failure?", text(),
            "versions", items(version));
    var assessment =
        object(
            "looks_like?", text(),
            "impersonates?", text(),
            "elsewhere?", text(),
            "grants", whole(),
            "consents", whole(),
            "counted_to", whole(),
            "findings", items(finding()));
    return Map.of(
        "Client", client,
        "Assessment", assessment,
        "Document", document,
        "ClientList", list("Client"),
        "Metadata", any(),
        "ClientAmendment", object("metadata?", any(), "tier?", choice(TIERS)),
        "Decision", object("reason?", text()),
        "EndedGrants", object("ended", whole()));
  }

  private static Map<String, Json.Members> tokens() {
    var initial =
        object(
            "id", text(),
            "tier", choice(TIERS),
            "uses", whole(),
            "used", whole(),
            "created_at", time(),
            "expires_at?", time(),
            "revoked_at?", time(),
            "metadata", any(),
            "note", text(),
            "token?", text());
    var terms =
        object(
            "uses?", whole(),
            "expires_in?", whole(),
            "tier?", choice(TIERS),
            "metadata?", any(),
            "note?", text());
    var api =
        object(
            "id", text(),
            "role", choice(ROLES),
            "owner", text(),
            "note", text(),
            "created_at", time(),
            "expires_at", time(),
            "revoked_at?", time(),
            "token?", text());
    var request = object("role", choice(ROLES), "expires_in?", whole(), "note?", text());
    return Map.of(
        "InitialToken", initial,
        "InitialTokenList", list("InitialToken"),
        "InitialTokenRequest", terms,
        "ApiToken", api,
        "ApiTokenList", list("ApiToken"),
        "ApiTokenRequest", request);
  }

  private static Map<String, Json.Members> people() {
    var user = object("name", text(), "roles", texts(), "created_at", time());
    var administrator = object("name", text(), "role", choice(ROLES), "created_at", time());
    var schemas = new LinkedHashMap<String, Json.Members>();
    schemas.put("User", user);
    schemas.put("UserList", list("User"));
    schemas.put("UserRequest", object("name", text(), "password", text()));
    schemas.put("PasswordRequest", object("password", text()));
    schemas.put("Administrator", administrator);
    schemas.put("AdministratorList", list("Administrator"));
    schemas.put(
        "AdministratorRequest", object("name", text(), "password", text(), "role", choice(ROLES)));
    schemas.put("RoleRequest", object("role", choice(ROLES)));
    schemas.put("Myself", object("name", text(), "means", text(), "role", choice(ROLES)));
    return schemas;
  }

  private static Map<String, Json.Members> rules() {
    var rule = object("rule", text(), "mode", text(), "modes", texts());
    var policies = object("rules", items(rule), "tiers", items(any()));
    var finding = finding();
    var explanation =
        object(
            "verdict", choice("refused", "held", "registered"),
            "error?", text(),
            "tier?", choice(TIERS),
            "findings", items(finding),
            "passed", texts(),
            "client?", any());
    var profile =
        object(
            "id", text(),
            "name", text(),
            "names", texts(),
            "prefixes", texts(),
            "software_ids", texts(),
            "redirect_uris", texts(),
            "documents", texts(),
            "quirks", texts(),
            "evidence", text());
    var issuer =
        object(
            "issuer", text(),
            "keys", choice("by-value", "by-reference"),
            "jwks_uri?", text(),
            "algorithms", texts(),
            "audience?", text());
    return Map.of(
        "Policies", policies,
        "Explanation", explanation,
        "Profile", profile,
        "ProfileList", list("Profile"),
        "StatementIssuerList", object("items", items(issuer)));
  }

  private static Json.Members finding() {
    return object(
        "rule", text(), "decision", text(), "field", text(), "saw?", text(), "advice", text());
  }

  private static Map<String, Json.Members> figures() {
    var count = object("tier", choice(TIERS), "ending", text(), "clients", whole());
    var purge =
        object(
            "dry_run", flag(),
            "complete", flag(),
            "total", whole(),
            "kept", whole(),
            "ended", items(count),
            "examples", texts());
    var figure = object("name", text(), "clients", whole());
    var bounded = object("name", text(), "clients", whole(), "at_least", flag());
    var statistics =
        object(
            "clients", whole(),
            "tiers", items(figure),
            "states", items(bounded),
            "days", items(bounded),
            "endings", items(bounded),
            "sample",
                object(
                    "clients", whole(),
                    "complete", flag(),
                    "days", items(figure),
                    "names", items(figure)));
    var problem =
        object(
            "type", text(),
            "title", text(),
            "status", whole(),
            "detail", text(),
            "code", text());
    return Map.of("Purge", purge, "Statistics", statistics, "Problem", problem);
  }

  private static Map<String, Json.Members> watching() {
    var entry =
        object(
            "id", text(),
            "at", time(),
            "action", text(),
            "client_id?", text(),
            "actor", text(),
            "address?", text(),
            "door", text(),
            "request_id?", text(),
            "rules?", items(any()),
            "before?", any(),
            "after?", any());
    var setting =
        object(
            "name", text(),
            "value", text(),
            "default", text(),
            "source", text(),
            "secret", flag());
    var verification =
        object(
            "intact", flag(),
            "complete", flag(),
            "seals", whole(),
            "entries", whole(),
            "last", whole(),
            "head", text(),
            "unsealed", whole(),
            "heads", texts(),
            "faults", texts());
    var webhook =
        object(
            "name", text(), "place", text(), "fed", whole(), "waiting", whole(), "dead", whole());
    var letter =
        object(
            "id", text(),
            "webhook", text(),
            "entry", text(),
            "attempts", whole(),
            "since", time(),
            "given_up_at", time(),
            "problem?", text());
    return Map.of(
        "AuditEntry", entry,
        "AuditEntryList", list("AuditEntry"),
        "AuditHead",
            object("seal", whole(), "hash", text(), "sealed_at?", time(), "unsealed", whole()),
        "AuditVerification", verification,
        "SettingList", object("items", items(setting)),
        "WebhookList", object("items", items(webhook)),
        "DeadLetter", letter,
        "DeadLetterList", list("DeadLetter"),
        "DeadLetterRetry", object("retried", flag()));
  }

  private static Json.Members list(String item) {
    return object("items", items(reference(item)), "next?", text());
  }

  private static Json.Members object(Object... namesAndSchemas) {
    var properties = new LinkedHashMap<String, Json>();
    var required = new ArrayList<String>();
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      var name = (String) namesAndSchemas[i];
      boolean optional = name.endsWith("?");
      var plain = optional ? name.substring(0, name.length() - 1) : name;
      properties.put(plain, (Json) namesAndSchemas[i + 1]);
      if (!optional) {
        required.add(plain);
      }
    }
    var schema = new LinkedHashMap<String, Json>();
    schema.put("type", Json.of("object"));
    schema.put("properties", new Json.Members(properties));
    schema.put("required", Json.ofTexts(required));
    schema.put("additionalProperties", Json.of(false));
    return new Json.Members(schema);
  }

  private static Json.Members reference(String name) {
    return new Json.Members(Map.of("$ref", Json.of("#/components/schemas/" + name)));
  }

  private static Json.Members items(Json item) {
    var schema = new LinkedHashMap<String, Json>();
    schema.put("type", Json.of("array"));
    schema.put("items", item);
    return new Json.Members(schema);
  }

  private static Json.Members typed(String type) {
    return new Json.Members(Map.of("type", Json.of(type)));
  }

  private static Json.Members text() {
    return typed("string");
  }

  private static Json.Members texts() {
    return items(text());
  }

  private static Json.Members whole() {
    return typed("integer");
  }

  private static Json.Members flag() {
    return typed("boolean");
  }

  /** An object whose members are somebody else's to define. */
  private static Json.Members any() {
    return typed("object");
  }

  private static Json.Members time() {
    var schema = new LinkedHashMap<String, Json>();
    schema.put("type", Json.of("string"));
    schema.put("format", Json.of("date-time"));
    return new Json.Members(schema);
  }

  private static Json.Members choice(String... values) {
    var schema = new LinkedHashMap<String, Json>();
    schema.put("type", Json.of("string"));
    schema.put("enum", Json.ofTexts(List.of(values)));
    return new Json.Members(schema);
  }

  /** What is wrong with the members of a body of this schema, seen from outside, if anything. */
  static Optional<String> fault(String schema, Json.Members body) {
    var known = ALL.get(schema);
    if (known == null || !(known.values().get("properties") instanceof Json.Members properties)) {
      return Optional.empty();
    }
    return body.values().keySet().stream()
        .filter(name -> !properties.values().containsKey(name))
        .findFirst()
        .map(name -> "the members are " + String.join(", ", properties.values().keySet()));
  }
}
