package io.roster.server.admin.rules;

import io.roster.core.Roster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.json.Json;
import io.roster.core.profile.Likeness;
import io.roster.core.profile.Profiles;
import io.roster.core.uri.RedirectUri;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Problems;
import io.roster.store.client.ClientFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /api/v1/clients/{client_id}/assessment}: what whoever decides on a client should know
 * beside what it says of itself.
 */
public final class AssessmentResource {
  private final Roster roster;
  private final Profiles profiles;
  private final ClientFigures figures;

  public AssessmentResource(Roster roster, Profiles profiles, ClientFigures figures) {
    this.roster = roster;
    this.profiles = profiles;
    this.figures = figures;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.get("/clients/{client_id}/assessment", "assessClient")
            .by(
                Role.VIEWER,
                "Tells what a client looks like, what the rules say of it today, and how much people"
                    + " allowed it.")
            .answers("Assessment")
            .does(this::answer));
  }

  private AdminReply answer(AdminCall call) {
    return Optional.of(call.variable())
        .filter(ClientId::isValid)
        .flatMap(id -> roster.clients().find(new ClientId(id)))
        .map(client -> AdminReply.of(200, json(client)))
        .orElseGet(Problems::notFound);
  }

  private Json.Members json(Client client) {
    var answer = new LinkedHashMap<String, Json>();
    switch (profiles.likeness(client.metadata())) {
      case Likeness.Unknown unknown -> {}
      case Likeness.LooksLike(var profile) ->
          answer.put("looks_like", Json.of(profile.displayName()));
      case Likeness.Impersonates(var profile, var foreign) -> {
        answer.put("impersonates", Json.of(profile.displayName()));
        answer.put("elsewhere", Json.of(target(foreign)));
      }
    }
    var held = figures.holdings(client.id());
    answer.put("grants", Json.of(held.grants()));
    answer.put("consents", Json.of(held.consents()));
    answer.put("counted_to", Json.of(ClientFigures.MOST));
    answer.put("findings", findings(client));
    return new Json.Members(answer);
  }

  /** As if it came today by the door that it came by. */
  private Json findings(Client client) {
    var metadata = client.metadata();
    var admission = Admitted.of(client.origin().tier());
    var examined = roster.registrar().examine(metadata, admission);
    var told = metadata.toJson();
    return ExplainResource.findings(examined.findings(), field -> FieldPath.find(told, field));
  }

  private static String target(RedirectUri redirect) {
    return redirect
        .parsed()
        .map(uri -> uri.isWeb() ? uri.host() : uri.scheme() + ":")
        .orElse(redirect.toString());
  }
}
