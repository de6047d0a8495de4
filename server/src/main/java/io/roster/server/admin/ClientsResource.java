package io.roster.server.admin;

import static io.roster.server.api.Parameter.choice;
import static io.roster.server.api.Parameter.text;
import static io.roster.server.api.Parameter.time;

import io.roster.core.Roster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.core.registration.RegistrationOutcome.QuotaReached;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.RegistrationOutcome.Rejected;
import io.roster.core.registration.RegistrationOutcome.TokenSpent;
import io.roster.core.store.ClientQuery;
import io.roster.core.store.Paging;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Operation.Trait;
import io.roster.server.api.Pages;
import io.roster.server.api.Parameter;
import io.roster.server.api.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/clients}: finds, shows, admits and deletes clients. */
final class ClientsResource {
  private final Roster roster;

  ClientsResource(Roster roster) {
    this.roster = roster;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/clients", "listClients")
            .by(Role.VIEWER, "Finds clients, the oldest first; a page may be short and go on.")
            .with(filters())
            .answers("ClientList")
            .does(this::list),
        Operation.get("/approvals", "listApprovals")
            .by(
                Role.VIEWER,
                "Lists the clients that wait for a decision, one of all that are alike.")
            .with(Parameter.LIMIT, Parameter.AFTER)
            .answers("ClientList")
            .does(this::waiting),
        Operation.post("/clients", "createClient")
            .by(
                Role.OPERATOR,
                "Admits a client by the rules of every door; tells its secrets once.")
            .takes("Metadata")
            .creates("Client")
            .does(call -> call.withObject(this::create)),
        Operation.get("/clients/{client_id}", "getClient")
            .by(Role.VIEWER, "Shows a client.")
            .answers("Client")
            .does(this::get),
        Operation.delete("/clients/{client_id}", "deleteClient")
            .by(Role.OPERATOR, "Deletes a client with its grants and tokens.")
            .is(Trait.CONDITIONAL)
            .does(this::delete));
  }

  private static Parameter[] filters() {
    return new Parameter[] {
      text("q", "A part of the identifier, a name, a redirect host or the software's id."),
      text("name", "A part of a name."),
      text("redirect_host", "The host of a redirect URI, or a domain it is in."),
      text("software", "The software_id."),
      choice("state", "The state.", "pending", "active", "disabled", "denied"),
      choice("tier", "How it came.", "open", "document", "token", "statement", "administrator"),
      time("registered_after", "Registered then or later."),
      time("registered_before", "Registered then or earlier."),
      time("used_after", "Last used then or later."),
      time("used_before", "Last used then or earlier."),
      choice("never_used", "Whether only those nobody ever used.", "true", "false"),
      choice("order", "Which end to begin at; oldest by default.", "oldest", "newest"),
      Parameter.LIMIT,
      Parameter.AFTER
    };
  }

  static Optional<ClientId> id(AdminCall call) {
    return Optional.of(call.variable()).filter(ClientId::isValid).map(ClientId::new);
  }

  private AdminReply get(AdminCall call) {
    return id(call)
        .flatMap(roster.clients()::find)
        .map(ClientJson::reply)
        .orElseGet(Problems::notFound);
  }

  private AdminReply delete(AdminCall call) {
    var client = id(call).flatMap(roster.clients()::find);
    if (client.isEmpty()) {
      return Problems.notFound();
    }
    if (call.expected().filter(expected -> expected.holdsFor(client.get())).isEmpty()) {
      return Problems.outdated();
    }
    return roster.administration().delete(client.get().id())
        ? AdminReply.empty()
        : Problems.notFound();
  }

  private AdminReply list(AdminCall call) {
    var after = Optional.of(call.after()).filter(ClientId::isValid).map(ClientId::new);
    boolean newestFirst = call.asked("order").filter("newest"::equals).isPresent();
    var page = roster.search().search(query(call), new Paging(after, call.limit(), newestFirst));
    return Pages.of(
        call,
        page.clients().stream().map(ClientJson::of).toList(),
        page.next().map(ClientId::value));
  }

  private AdminReply waiting(AdminCall call) {
    var after = Optional.of(call.after()).filter(ClientId::isValid).map(ClientId::new);
    var lines = roster.reviews().waiting(after, call.limit());
    return Pages.of(
        call,
        lines.stream().map(line -> ClientJson.of(line.first(), line.clients() - 1)).toList(),
        lines.size() < call.limit()
            ? Optional.empty()
            : Optional.of(lines.getLast().first().id().value()));
  }

  private static ClientQuery query(AdminCall call) {
    return new ClientQuery(
        call.asked("state").flatMap(ClientsResource::state),
        call.asked("tier").flatMap(Tier::find),
        call.asked("q"),
        call.asked("name"),
        call.asked("redirect_host"),
        call.asked("software"),
        new ClientQuery.Span(call.time("registered_after"), call.time("registered_before")),
        new ClientQuery.Span(call.time("used_after"), call.time("used_before")),
        call.asked("never_used").filter("true"::equals).isPresent());
  }

  private static Optional<ClientState> state(String asked) {
    return Arrays.stream(ClientState.values()).filter(s -> s.wireName().equals(asked)).findFirst();
  }

  /** The administrator's door: the same rules, with an administrator's tier. */
  private AdminReply create(Json.Members body) {
    return switch (MetadataReader.read(body)) {
      case Reading.Malformed(var violations) -> Problems.refused(ClientJson.told(violations));
      case Reading.Parsed(var metadata) ->
          switch (roster.registrar().register(metadata, Admitted.of(Tier.ADMINISTRATOR))) {
            case Registered registered -> created(registered);
            case Rejected rejected -> Problems.refused(ClientJson.told(rejected.violations()));
            case QuotaReached reached -> Problems.full();
            case TokenSpent spent -> throw new IllegalStateException("no token was presented");
          };
    };
  }

  private static AdminReply created(Registered registered) {
    var issued = new LinkedHashMap<String, Json>();
    registered
        .clientSecret()
        .ifPresent(secret -> issued.put("client_secret", Json.of(secret.reveal())));
    registered
        .registrationToken()
        .ifPresent(token -> issued.put("registration_access_token", Json.of(token.reveal())));
    var id = URLEncoder.encode(registered.client().id().value(), StandardCharsets.UTF_8);
    return ClientJson.reply(201, registered.client(), issued)
        .with("Location", "/api/v1/clients/" + id);
  }
}
