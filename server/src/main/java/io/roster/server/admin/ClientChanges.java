package io.roster.server.admin;

import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Review;
import io.roster.core.client.Tier;
import io.roster.core.consent.ConsentStore;
import io.roster.core.grant.GrantStore;
import io.roster.core.json.Json;
import io.roster.core.registration.Administered;
import io.roster.core.registration.Administered.Done;
import io.roster.core.registration.Administered.Inapplicable;
import io.roster.core.registration.Administered.Outdated;
import io.roster.core.registration.Administered.Refused;
import io.roster.core.registration.Administered.Unknown;
import io.roster.core.registration.Administration;
import io.roster.core.registration.Amendment;
import io.roster.core.registration.Expected;
import io.roster.core.review.Decision;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Operation.Trait;
import io.roster.server.api.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code /api/v1/clients/{client_id}/...}: decides on clients and changes what they hold. */
final class ClientChanges {
  private static final String CLIENT = "/clients/{client_id}";
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]");
  private static final String TOKEN = CLIENT + "/registration-token";

  private final Administration administration;
  private final GrantStore grants;
  private final ConsentStore consents;

  ClientChanges(Administration administration, GrantStore grants, ConsentStore consents) {
    this.administration = administration;
    this.grants = grants;
    this.consents = consents;
  }

  List<Operation> operations() {
    return List.of(
        Operation.patch(CLIENT, "updateClient")
            .by(Role.OPERATOR, "Changes metadata, by a merge patch over it, or the tier.")
            .takes("ClientAmendment")
            .is(Trait.CONDITIONAL)
            .answers("Client")
            .does(call -> call.withObject(body -> amend(call, body))),
        decision("approve", "Lets a client be used that waits or was denied.", ClientState.ACTIVE),
        decision("deny", "Denies a client, whose grants end.", ClientState.DENIED),
        decision("disable", "Switches a client off; its grants stay.", ClientState.DISABLED),
        decision("enable", "Switches a client on again.", ClientState.ACTIVE),
        Operation.post(CLIENT + "/rotate-secret", "rotateClientSecret")
            .by(Role.OPERATOR, "Gives a client a new secret, which is told once.")
            .is(Trait.CONDITIONAL)
            .answers("Client")
            .does(changing("client_secret", administration::rotateSecret)),
        Operation.post(TOKEN, "reissueRegistrationToken")
            .by(
                Role.OPERATOR,
                "Gives a client a new registration access token, which is told once.")
            .is(Trait.CONDITIONAL)
            .answers("Client")
            .does(changing("registration_access_token", administration::reissueToken)),
        Operation.delete(TOKEN, "revokeRegistrationToken")
            .by(Role.OPERATOR, "Ends a client's registration access tokens.")
            .is(Trait.CONDITIONAL)
            .does(
                call -> {
                  var reply = changing("", administration::revokeToken).apply(call);
                  return reply.status() == 200 ? AdminReply.empty() : reply;
                }),
        Operation.post(CLIENT + "/revoke-grants", "revokeClientGrants")
            .by(Role.OPERATOR, "Ends everything that people granted a client.")
            .answers("EndedGrants")
            .does(this::endGrants));
  }

  private Operation decision(String verb, String summary, ClientState state) {
    return Operation.post(CLIENT + "/" + verb, verb + "Client")
        .by(Role.OPERATOR, summary)
        .takes("Decision")
        .is(Trait.BODY_OPTIONAL)
        .is(Trait.CONDITIONAL)
        .answers("Client")
        .does(call -> decide(call, state));
  }

  /** The words are for people who connect; what is sent beside them, or nothing, is no matter. */
  private AdminReply decide(AdminCall call, ClientState state) {
    if (call.body().isBlank()) {
      return decide(call, Decision.of(state));
    }
    return call.withObject(
        body -> {
          var reason = body.text("reason").map(String::strip).filter(text -> !text.isEmpty());
          return reason.filter(text -> !isPlain(text)).isPresent()
              ? Problems.badRequest(
                  "reason is a line of at most " + Review.LONGEST_REASON + " characters")
              : decide(call, new Decision(state, reason));
        });
  }

  private AdminReply decide(AdminCall call, Decision decision) {
    return changing("", (id, expected) -> administration.decide(id, decision, expected))
        .apply(call);
  }

  /** Nothing in it hides or reorders what stands beside it. */
  private static boolean isPlain(String text) {
    return text.length() <= Review.LONGEST_REASON && !INVISIBLE.matcher(text).find();
  }

  private static Function<AdminCall, AdminReply> changing(
      String issued, BiFunction<ClientId, Expected, Administered> change) {
    return call -> {
      var id = ClientsResource.id(call);
      var expected = call.expected();
      if (id.isEmpty()) {
        return Problems.notFound();
      }
      return expected.isEmpty()
          ? Problems.outdated()
          : reply(change.apply(id.get(), expected.get()), issued);
    };
  }

  private AdminReply amend(AdminCall call, Json.Members body) {
    var metadata = body.values().getOrDefault("metadata", new Json.Members(Map.of()));
    var tier = body.text("tier").flatMap(Tier::find).filter(t -> t != Tier.DOCUMENT);
    if (!(metadata instanceof Json.Members patch)) {
      return Problems.badRequest("metadata is an object, laid over the client's as a merge patch");
    }
    if (body.values().containsKey("tier") && tier.isEmpty()) {
      return Problems.badRequest("tier is one of open, token, statement, administrator");
    }
    var amendment = new Amendment(patch, tier);
    return changing(
            "client_secret", (id, expected) -> administration.amend(id, amendment, expected))
        .apply(call);
  }

  private static AdminReply reply(Administered outcome, String issued) {
    return switch (outcome) {
      case Done(var client, var secret, var alike) -> {
        var told = new LinkedHashMap<String, Json>();
        if (alike > 0) {
          told.put("alike", Json.of(alike));
        }
        secret.ifPresent(s -> told.put(issued, Json.of(s.reveal())));
        yield ClientJson.reply(200, client, told);
      }
      case Outdated outdated -> Problems.outdated();
      case Unknown unknown -> Problems.notFound();
      case Refused refused -> Problems.refused(ClientJson.told(refused.violations()));
      case Inapplicable(var reason) -> Problems.inapplicable(reason);
    };
  }

  private AdminReply endGrants(AdminCall call) {
    var id = ClientsResource.id(call);
    if (id.isEmpty()) {
      return Problems.notFound();
    }
    // First, so that no new grant comes of what is remembered.
    consents.revokeAll(id.get());
    var ended = administration.endGrants(id.get(), grants);
    return ended.isPresent()
        ? AdminReply.of(200, new Json.Members(Map.of("ended", Json.of(ended.getAsInt()))))
        : Problems.notFound();
  }
}
