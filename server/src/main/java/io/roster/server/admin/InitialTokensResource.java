package io.roster.server.admin;

import io.roster.core.Roster;
import io.roster.core.access.InitialTokens;
import io.roster.core.client.Tier;
import io.roster.core.initial.InitialAccessToken;
import io.roster.core.initial.InitialTokenId;
import io.roster.core.initial.InitialTokenTerms;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.core.metadata.Violation;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Pages;
import io.roster.server.api.Parameter;
import io.roster.server.api.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /api/v1/initial-tokens}: hands out, lists and revokes initial access tokens. */
final class InitialTokensResource {
  private static final String PATH = "/api/v1/initial-tokens";
  private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();

  private final InitialTokens tokens;
  private final InstantSource clock;

  InitialTokensResource(Roster roster, InstantSource clock) {
    this.tokens = roster.initialTokens();
    this.clock = clock;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/initial-tokens", "listInitialTokens")
            .by(Role.VIEWER, "Lists the initial access tokens, the oldest first.")
            .with(Parameter.LIMIT, Parameter.AFTER)
            .answers("InitialTokenList")
            .does(this::list),
        Operation.post("/initial-tokens", "createInitialToken")
            .by(Role.OPERATOR, "Makes an initial access token, which is told once.")
            .takes("InitialTokenRequest")
            .creates("InitialToken")
            .does(call -> call.withObject(this::create)),
        Operation.get("/initial-tokens/{id}", "getInitialToken")
            .by(Role.VIEWER, "Shows an initial access token, never its secret.")
            .answers("InitialToken")
            .does(
                call ->
                    id(call)
                        .flatMap(tokens::find)
                        .map(token -> AdminReply.of(200, json(token)))
                        .orElseGet(Problems::notFound)),
        Operation.delete("/initial-tokens/{id}", "revokeInitialToken")
            .by(Role.OPERATOR, "Ends an initial access token; the clients it let in stay.")
            .does(
                call ->
                    id(call).filter(tokens::revoke).isPresent()
                        ? AdminReply.empty()
                        : Problems.notFound()));
  }

  private static Optional<InitialTokenId> id(AdminCall call) {
    return Optional.of(call.variable()).filter(InitialTokenId::isValid).map(InitialTokenId::new);
  }

  private AdminReply list(AdminCall call) {
    var after = call.after();
    var page =
        InitialTokenId.isValid(after)
            ? tokens.pageAfter(new InitialTokenId(after), call.limit())
            : tokens.firstPage(call.limit());
    return Pages.of(call, page, InitialTokensResource::json, token -> token.id().value());
  }

  private AdminReply create(Json.Members body) {
    var uses = body.find("uses").isEmpty() ? Optional.of(1L) : body.whole("uses");
    if (uses.filter(n -> n >= 1 && n <= InitialTokenTerms.MOST_USES).isEmpty()) {
      return Problems.badRequest("uses is a number from 1 to " + InitialTokenTerms.MOST_USES);
    }
    var lifetime = body.find("expires_in").isEmpty() ? Optional.of(0L) : body.whole("expires_in");
    if (lifetime.filter(n -> n >= 0 && n <= LONGEST_LIFE).isEmpty()) {
      return Problems.badRequest(
          "expires_in is a number of seconds from 0, for never, to ten years");
    }
    var note = body.text("note").orElse("");
    if (note.length() > InitialTokenTerms.LONGEST_NOTE) {
      return Problems.badRequest(
          "note has at most " + InitialTokenTerms.LONGEST_NOTE + " characters");
    }
    var asked = body.text("tier").orElse(Tier.TOKEN.wireName());
    var tier =
        Arrays.stream(Tier.values())
            .filter(t -> t != Tier.DOCUMENT && t.wireName().equals(asked))
            .findFirst();
    if (tier.isEmpty()) {
      return Problems.badRequest("tier is one of open, token, statement, administrator");
    }
    return switch (fixed(body)) {
      case Reading.Malformed(var violations) -> Problems.badRequest(told(violations));
      case Reading.Parsed(var metadata) -> {
        var expiry = lifetime.filter(n -> n > 0).map(n -> clock.instant().plusSeconds(n));
        yield create(
            new InitialTokenTerms(
                tier.get(), uses.get().intValue(), whole(expiry), metadata, note));
      }
    };
  }

  private AdminReply create(InitialTokenTerms terms) {
    var created = tokens.create(terms);
    var answer = new LinkedHashMap<String, Json>();
    answer.put("token", Json.of(created.secret().reveal()));
    answer.putAll(json(created.token()).values());
    return AdminReply.of(201, new Json.Members(answer))
        .with("Location", PATH + "/" + created.token().id());
  }

  private static Reading fixed(Json.Members body) {
    return body.find("metadata").isEmpty()
        ? new Reading.Parsed(ClientMetadata.EMPTY)
        : body.values().get("metadata") instanceof Json.Members members
            ? MetadataReader.read(members)
            : new Reading.Malformed(List.of(Violation.metadata("metadata", "send an object")));
  }

  private static String told(List<Violation> violations) {
    return violations.stream()
        .map(violation -> violation.field() + ": " + violation.advice())
        .collect(Collectors.joining("; "));
  }

  private static Optional<Instant> whole(Optional<Instant> instant) {
    return instant.map(end -> Instant.ofEpochSecond(end.getEpochSecond()));
  }

  private static Json.Members json(InitialAccessToken token) {
    var terms = token.terms();
    var members = new LinkedHashMap<String, Json>();
    members.put("id", Json.of(token.id().value()));
    members.put("tier", Json.of(terms.tier().wireName()));
    members.put("uses", Json.of(terms.uses()));
    members.put("used", Json.of(token.used()));
    members.put("created_at", Json.of(token.createdAt().toString()));
    terms.expiresAt().ifPresent(end -> members.put("expires_at", Json.of(end.toString())));
    token.revokedAt().ifPresent(end -> members.put("revoked_at", Json.of(end.toString())));
    members.put("metadata", terms.fixed().toJson());
    members.put("note", Json.of(terms.note()));
    return new Json.Members(members);
  }
}
