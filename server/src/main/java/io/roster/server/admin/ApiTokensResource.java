package io.roster.server.admin;

import io.roster.core.json.Json;
import io.roster.server.account.Administrators;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Pages;
import io.roster.server.api.Parameter;
import io.roster.server.api.Problems;
import io.roster.store.account.ApiToken;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/api-tokens}: the tokens of administrators' programs. */
final class ApiTokensResource {
  private static final long USUAL_LIFE = Duration.ofDays(90).toSeconds();
  private static final long LONGEST_LIFE = Duration.ofDays(366).toSeconds();

  private final Administrators people;

  ApiTokensResource(Administrators people) {
    this.people = people;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/api-tokens", "listApiTokens")
            .by(Role.VIEWER, "Lists the API tokens, the oldest first; never their secrets.")
            .with(Parameter.LIMIT, Parameter.AFTER)
            .answers("ApiTokenList")
            .does(
                call ->
                    Pages.of(
                        call,
                        people.tokensAfter(call.after(), call.limit()),
                        ApiTokensResource::json,
                        ApiToken::id)),
        Operation.post("/api-tokens", "createApiToken")
            .by(Role.ADMIN, "Makes an API token, which is told once.")
            .takes("ApiTokenRequest")
            .creates("ApiToken")
            .does(call -> call.withObject(body -> create(call, body))),
        Operation.get("/api-tokens/{id}", "getApiToken")
            .by(Role.VIEWER, "Shows an API token, never its secret.")
            .answers("ApiToken")
            .does(
                call ->
                    id(call)
                        .flatMap(people::findToken)
                        .map(token -> AdminReply.of(200, json(token)))
                        .orElseGet(Problems::notFound)),
        Operation.delete("/api-tokens/{id}", "revokeApiToken")
            .by(Role.ADMIN, "Ends an API token.")
            .does(
                call ->
                    id(call).filter(people::revoke).isPresent()
                        ? AdminReply.empty()
                        : Problems.notFound()));
  }

  private static Optional<String> id(AdminCall call) {
    return Optional.of(call.variable()).filter(ApiToken::isValidId);
  }

  private AdminReply create(AdminCall call, Json.Members body) {
    var role = body.text("role").flatMap(Role::of);
    if (role.isEmpty()) {
      return Problems.badRequest("role is one of viewer, operator, admin");
    }
    var life =
        body.find("expires_in").isEmpty() ? Optional.of(USUAL_LIFE) : body.whole("expires_in");
    if (life.filter(n -> n >= 1 && n <= LONGEST_LIFE).isEmpty()) {
      return Problems.badRequest("expires_in is a number of seconds from 1 to " + LONGEST_LIFE);
    }
    var note = body.text("note").orElse("");
    if (note.length() > ApiToken.LONGEST_NOTE) {
      return Problems.badRequest("note has at most " + ApiToken.LONGEST_NOTE + " characters");
    }
    var issued = people.issue(call.principal(), role.get(), Duration.ofSeconds(life.get()), note);
    var answer = new LinkedHashMap<String, Json>();
    answer.put("token", Json.of(issued.secret().reveal()));
    answer.putAll(json(issued.token()).values());
    return AdminReply.of(201, new Json.Members(answer))
        .with("Location", "/api/v1/api-tokens/" + issued.token().id());
  }

  private static Json.Members json(ApiToken token) {
    var members = new LinkedHashMap<String, Json>();
    members.put("id", Json.of(token.id()));
    members.put("role", Json.of(token.role()));
    members.put("owner", Json.of(token.owner()));
    members.put("note", Json.of(token.note()));
    members.put("created_at", Json.of(token.createdAt().toString()));
    members.put("expires_at", Json.of(token.expiresAt().toString()));
    token.revokedAt().ifPresent(at -> members.put("revoked_at", Json.of(at.toString())));
    return new Json.Members(members);
  }
}
