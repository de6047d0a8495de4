package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.client.Origin;
import io.roster.core.credential.Secret;
import io.roster.core.initial.InitialTokenId;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Reading.Malformed;
import io.roster.core.metadata.Reading.Parsed;
import io.roster.core.policy.Finding;
import io.roster.core.registration.Renewal.Secrets;
import io.roster.core.review.Reviews;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.settings.TierSettings;
import io.roster.core.store.InitialTokenStore;
import java.util.List;
import java.util.Optional;

/** Makes of an administrator's amendment the client it comes to; all rules judge the result. */
final class Alteration {
  private final RegistrationSettings settings;
  private final Examiner examiner;
  private final Renewal renewal;
  private final Issuers issuers;
  private final InitialTokenStore tokens;
  private final Reviews reviews;

  Alteration(
      RegistrationSettings settings,
      Examiner examiner,
      Issuers issuers,
      InitialTokenStore tokens,
      Reviews reviews) {
    this.reviews = reviews;
    this.settings = settings;
    this.examiner = examiner;
    this.renewal = new Renewal(settings, issuers);
    this.issuers = issuers;
    this.tokens = tokens;
  }

  /** The next client and its new secret if it needs one; or the findings that forbid it. */
  record Altered(Client client, Optional<Secret> secret, List<Finding> findings) {}

  Altered of(Client current, Amendment amendment) {
    return switch (new ClientUpdate.Merge(amendment.metadata()).resulting(current.metadata())) {
      case Malformed(var violations) ->
          new Altered(current, Optional.empty(), Registrar.malformed(violations));
      case Parsed(var requested) -> examined(current, requested, amendment);
    };
  }

  private Altered examined(Client current, ClientMetadata requested, Amendment amendment) {
    var was = current.origin();
    var origin =
        new Origin(amendment.tier().orElse(was.tier()), was.initialToken(), was.statementIssuer());
    var examined = examiner.examine(requested, origin, fixedFor(was));
    // A statement lifts whoever has one into its tier, but not above an administrator's word.
    var tier = amendment.tier().orElse(examined.origin().tier());
    if (examined.isRejected()) {
      return new Altered(current, Optional.empty(), examined.findings());
    }
    var secrets = secrets(current, examined.metadata(), settings.tier(tier));
    var next =
        current
            .updated(examined.metadata(), secrets.current(), current.registrationToken())
            .alongside(secrets.previous(), current.previousToken())
            .admitted(
                new Origin(tier, was.initialToken(), examined.origin().statementIssuer()),
                current.state());
    boolean changed = !next.metadata().equals(current.metadata()) || !next.origin().equals(was);
    var altered = next.reviewed(reviews.changed(current, next));
    return new Altered(changed ? altered : current, secrets.issued(), examined.findings());
  }

  /** The client doesn't hear of this change, so that it keeps the secret it knows. */
  private Secrets secrets(Client current, ClientMetadata next, TierSettings tier) {
    boolean keeps = current.secret().isPresent() && next.tokenEndpointAuthMethod().usesSecret();
    return keeps
        ? new Secrets(current.secret(), current.previousSecret(), Optional.empty())
        : renewal.firstSecret(next, tier, issuers.clock().instant());
  }

  private ClientMetadata fixedFor(Origin origin) {
    return origin
        .initialToken()
        .flatMap(id -> tokens.find(new InitialTokenId(id)))
        .map(token -> token.terms().fixed())
        .orElse(ClientMetadata.EMPTY);
  }
}
