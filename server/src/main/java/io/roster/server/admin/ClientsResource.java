package io.roster.server.admin;

import io.roster.core.Roster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.core.metadata.Violation;
import io.roster.core.registration.RegistrationOutcome.QuotaReached;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.RegistrationOutcome.Rejected;
import io.roster.core.registration.RegistrationOutcome.TokenSpent;
import io.roster.core.registration.SecretRotation.Needless;
import io.roster.core.registration.SecretRotation.Rotated;
import io.roster.core.registration.SecretRotation.Unknown;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /api/v1/clients}: lists, admits, decides on and deletes clients. */
final class ClientsResource {
  private static final String PATH = "/api/v1/clients";

  private final Roster roster;

  ClientsResource(Roster roster) {
    this.roster = roster;
  }

  AdminReply answer(AdminCall call, List<String> rest) {
    if (rest.isEmpty()) {
      return switch (call.method()) {
        case "GET" -> list(call);
        case "POST" -> call.withObject(this::create);
        default -> Problems.methodNotAllowed("GET, POST");
      };
    }
    if (!ClientId.isValid(rest.getFirst()) || rest.size() > 2) {
      return Problems.notFound();
    }
    var id = new ClientId(rest.getFirst());
    return rest.size() == 1 ? one(call, id) : decide(call, id, rest.get(1));
  }

  private AdminReply one(AdminCall call, ClientId id) {
    return switch (call.method()) {
      case "GET" -> known(roster.clients().find(id));
      case "DELETE" ->
          roster.administration().delete(id) ? AdminReply.empty() : Problems.notFound();
      default -> Problems.methodNotAllowed("GET, DELETE");
    };
  }

  private AdminReply decide(AdminCall call, ClientId id, String decision) {
    if (decision.equals("rotate-secret")) {
      return call.method().equals("POST") ? rotate(id) : Problems.methodNotAllowed("POST");
    }
    var state =
        switch (decision) {
          case "approve", "enable" -> Optional.of(ClientState.ACTIVE);
          case "deny" -> Optional.of(ClientState.DENIED);
          case "disable" -> Optional.of(ClientState.DISABLED);
          default -> Optional.<ClientState>empty();
        };
    if (state.isEmpty()) {
      return Problems.notFound();
    }
    return call.method().equals("POST")
        ? known(roster.administration().decide(id, state.get()))
        : Problems.methodNotAllowed("POST");
  }

  private AdminReply rotate(ClientId id) {
    return switch (roster.administration().rotateSecret(id)) {
      case Unknown unknown -> Problems.notFound();
      case Needless needless -> Problems.secretless();
      case Rotated(var client, var secret) -> {
        var answer = new LinkedHashMap<>(json(client).values());
        answer.put("client_secret", Json.of(secret.reveal()));
        yield AdminReply.of(200, new Json.Members(answer));
      }
    };
  }

  private static AdminReply known(Optional<Client> client) {
    return client.map(c -> AdminReply.of(200, json(c))).orElseGet(Problems::notFound);
  }

  private AdminReply list(AdminCall call) {
    var asked = call.query().getOrDefault("state", "");
    var state =
        Arrays.stream(ClientState.values()).filter(s -> s.wireName().equals(asked)).findFirst();
    if (state.isEmpty() && !asked.isEmpty()) {
      return Problems.badRequest("state is one of pending, active, disabled, denied");
    }
    var after = call.query().getOrDefault("after", "");
    var last =
        ClientId.isValid(after) ? Optional.of(new ClientId(after)) : Optional.<ClientId>empty();
    var page = page(state, last, call.limit());
    var next = page.size() < call.limit() ? "" : page.getLast().id().value();
    return Pages.of(PATH, call, page.stream().map(ClientsResource::json).toList(), next);
  }

  private List<Client> page(Optional<ClientState> state, Optional<ClientId> last, int limit) {
    var clients = roster.clients();
    if (state.isPresent()) {
      return last.isPresent()
          ? clients.pageAfter(state.get(), last.get(), limit)
          : clients.firstPage(state.get(), limit);
    }
    return last.isPresent() ? clients.pageAfter(last.get(), limit) : clients.firstPage(limit);
  }

  /** The administrator's door: the same rules, with an administrator's tier. */
  private AdminReply create(Json.Members body) {
    return switch (MetadataReader.read(body)) {
      case Reading.Malformed(var violations) -> Problems.refused(told(violations));
      case Reading.Parsed(var metadata) ->
          switch (roster.registrar().register(metadata, Admitted.of(Tier.ADMINISTRATOR))) {
            case Registered registered -> created(registered);
            case Rejected rejected -> Problems.refused(told(rejected.violations()));
            case QuotaReached reached -> Problems.full();
            case TokenSpent spent -> throw new IllegalStateException("no token was presented");
          };
    };
  }

  private static AdminReply created(Registered registered) {
    var answer = new LinkedHashMap<>(json(registered.client()).values());
    registered
        .clientSecret()
        .ifPresent(secret -> answer.put("client_secret", Json.of(secret.reveal())));
    registered
        .registrationToken()
        .ifPresent(t -> answer.put("registration_access_token", Json.of(t.reveal())));
    return AdminReply.of(201, new Json.Members(answer))
        .with("Location", PATH + "/" + registered.client().id());
  }

  private static String told(List<Violation> violations) {
    return violations.stream()
        .map(violation -> violation.field() + ": " + violation.advice())
        .collect(Collectors.joining("; "));
  }

  private static Json.Members json(Client client) {
    var origin = client.origin();
    var members = new LinkedHashMap<String, Json>();
    members.put("client_id", Json.of(client.id().value()));
    members.put("state", Json.of(client.state().wireName()));
    members.put("tier", Json.of(origin.tier().wireName()));
    origin.initialToken().ifPresent(id -> members.put("initial_token", Json.of(id)));
    origin.statementIssuer().ifPresent(by -> members.put("statement_issuer", Json.of(by)));
    members.put("registered_at", Json.of(client.issuedAt().toString()));
    client.lastUsedAt().ifPresent(at -> members.put("last_used_at", Json.of(at.toString())));
    members.put("revision", Json.of(client.revision()));
    client
        .secret()
        .flatMap(secret -> secret.expiresAt())
        .ifPresent(end -> members.put("secret_expires_at", Json.of(end.toString())));
    client
        .previousSecret()
        .flatMap(secret -> secret.expiresAt())
        .ifPresent(end -> members.put("previous_secret_expires_at", Json.of(end.toString())));
    members.put("metadata", client.metadata().toJson());
    return new Json.Members(members);
  }
}
