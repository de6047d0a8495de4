package io.roster.http;

import io.roster.core.Roster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.access.Admission.Refused;
import io.roster.core.access.InitialAccess;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading.Malformed;
import io.roster.core.metadata.Reading.Parsed;
import io.roster.core.registration.Registrar;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.RegistrationOutcome.Rejected;

/** The client registration endpoint, RFC 7591 section 3: a call in, a reply out. */
final class RegistrationEndpoint {
  private final InitialAccess access;
  private final Registrar registrar;
  private final ClientReplies replies;

  RegistrationEndpoint(Roster roster, InitialAccess access) {
    this.access = access;
    this.registrar = roster.registrar();
    this.replies = new ClientReplies(roster.settings());
  }

  HttpReply post(HttpCall call) {
    return switch (access.admit(BearerHeader.read(call))) {
      case Refused(var advice) -> ErrorReplies.refused(advice);
      case Admitted admitted ->
          switch (JsonBody.take(call, JsonBody.JSON)) {
            case JsonBody.Answered(var reply) -> reply;
            case JsonBody.Taken(var body) -> read(body);
          };
    };
  }

  private HttpReply read(Json.Members body) {
    return switch (MetadataReader.read(body)) {
      case Malformed(var violations) ->
          ErrorReplies.of(registrar.rejected(violations).violations());
      case Parsed(var metadata) -> register(metadata);
    };
  }

  private HttpReply register(ClientMetadata metadata) {
    return switch (registrar.register(metadata)) {
      case Registered registered -> replies.created(registered);
      case Rejected(var violations) -> ErrorReplies.of(violations);
    };
  }
}
