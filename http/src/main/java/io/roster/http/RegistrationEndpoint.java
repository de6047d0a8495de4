package io.roster.http;

import io.roster.core.Roster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.access.Admission.Denied;
import io.roster.core.access.Admission.Missing;
import io.roster.core.access.Admission.Refused;
import io.roster.core.access.InitialAccess;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading.Malformed;
import io.roster.core.metadata.Reading.Parsed;
import io.roster.core.registration.Registrar;
import io.roster.core.registration.RegistrationOutcome.QuotaReached;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.RegistrationOutcome.Rejected;
import io.roster.core.registration.RegistrationOutcome.TokenSpent;
import io.roster.http.limit.RegistrationLimits;
import java.util.Optional;

/** The client registration endpoint, RFC 7591 section 3: a call in, a reply out. */
final class RegistrationEndpoint {
  private final InitialAccess access;
  private final Optional<RegistrationLimits> limits;
  private final Registrar registrar;
  private final ClientReplies replies;
  private final Refusals refusals;

  RegistrationEndpoint(Roster roster, InitialAccess access, Optional<RegistrationLimits> limits) {
    this.access = access;
    this.limits = limits;
    this.registrar = roster.registrar();
    this.replies = new ClientReplies(roster.settings());
    this.refusals = new Refusals(roster.settings().policies().explainErrors());
  }

  /** Whoever comes too often is sent away before anything else is looked at. */
  HttpReply post(HttpCall call) {
    var wait = limits.flatMap(counting -> counting.tryFrom(call.remoteAddress()));
    return wait.map(ErrorReplies::tooMany).orElseGet(() -> admit(call));
  }

  private HttpReply admit(HttpCall call) {
    return switch (access.admit(BearerHeader.read(call))) {
      case Refused(var advice) -> ErrorReplies.refused(advice);
      case Missing missing -> ErrorReplies.initialTokenMissing();
      case Denied denied -> ErrorReplies.initialTokenInvalid();
      case Admitted admitted -> {
        var wait = limits.flatMap(counting -> counting.tryAs(admitted.origin().tier()));
        yield wait.map(ErrorReplies::tooMany).orElseGet(() -> take(call, admitted));
      }
    };
  }

  private HttpReply take(HttpCall call, Admitted caller) {
    return switch (JsonBody.take(call, JsonBody.JSON)) {
      case JsonBody.Answered(var reply) -> reply;
      case JsonBody.Taken(var body) -> read(body, caller);
    };
  }

  private HttpReply read(Json.Members body, Admitted caller) {
    return switch (MetadataReader.read(body)) {
      case Malformed(var violations) -> refusals.of(registrar.rejected(violations).findings());
      case Parsed(var metadata) -> register(metadata, caller);
    };
  }

  private HttpReply register(ClientMetadata metadata, Admitted caller) {
    return switch (registrar.register(metadata, caller)) {
      case Registered registered -> replies.created(registered);
      case Rejected(var findings) -> refusals.of(findings);
      case TokenSpent spent -> ErrorReplies.initialTokenInvalid();
      case QuotaReached reached -> ErrorReplies.full();
    };
  }
}
