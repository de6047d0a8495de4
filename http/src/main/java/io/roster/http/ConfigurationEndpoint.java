package io.roster.http;

import io.roster.core.Roster;
import io.roster.core.access.RegistrationAccess;
import io.roster.core.access.RegistrationAccess.Denied;
import io.roster.core.access.RegistrationAccess.Granted;
import io.roster.core.access.RegistrationAccess.Missing;
import io.roster.core.json.Json;
import io.roster.core.registration.ClientUpdate;
import io.roster.core.registration.ClientUpdate.Merge;
import io.roster.core.registration.ClientUpdate.Replace;
import io.roster.core.registration.Registrar;
import io.roster.core.registration.UpdateOutcome.Gone;
import io.roster.core.registration.UpdateOutcome.Rejected;
import io.roster.core.registration.UpdateOutcome.Updated;
import java.util.function.Function;

/** The client configuration endpoint, RFC 7592 section 2, with merge patches beside its methods. */
final class ConfigurationEndpoint {
  private final RegistrationAccess access;
  private final Registrar registrar;
  private final ClientReplies replies;
  private final Refusals refusals;

  ConfigurationEndpoint(Roster roster) {
    this.access = roster.access();
    this.registrar = roster.registrar();
    this.replies = new ClientReplies(roster.settings());
    this.refusals = new Refusals(roster.settings().policies().explainErrors());
  }

  HttpReply get(HttpCall call, String clientId) {
    return granted(call, clientId, granted -> replies.read(registrar.read(granted)));
  }

  HttpReply put(HttpCall call, String clientId) {
    return granted(call, clientId, granted -> update(call, granted, JsonBody.JSON, Replace::new));
  }

  HttpReply patch(HttpCall call, String clientId) {
    return granted(
        call, clientId, granted -> update(call, granted, JsonBody.MERGE_PATCH, Merge::new));
  }

  HttpReply delete(HttpCall call, String clientId) {
    return granted(
        call,
        clientId,
        granted ->
            registrar.delete(granted)
                ? HttpReply.empty(204)
                : ErrorReplies.refused("the operator of the server has denied this client"));
  }

  /** Looks at the token before anything else, so that a stranger learns nothing but 401. */
  private HttpReply granted(
      HttpCall call, String clientId, Function<Granted, HttpReply> continuation) {
    return switch (access.check(clientId, BearerHeader.read(call))) {
      case Missing missing -> ErrorReplies.tokenMissing();
      case Denied denied -> ErrorReplies.tokenInvalid();
      case Granted granted -> continuation.apply(granted);
    };
  }

  private HttpReply update(
      HttpCall call,
      Granted granted,
      String mediaType,
      Function<Json.Members, ClientUpdate> update) {
    return switch (JsonBody.take(call, mediaType)) {
      case JsonBody.Answered(var reply) -> reply;
      case JsonBody.Taken(var body) -> update(granted, update.apply(body));
    };
  }

  private HttpReply update(Granted granted, ClientUpdate update) {
    return switch (registrar.update(granted, update)) {
      case Updated updated -> replies.updated(updated);
      case Rejected(var findings) -> refusals.of(findings);
      case Gone gone -> ErrorReplies.tokenInvalid();
    };
  }
}
