package io.roster.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Bodies;
import io.roster.core.ObservedRoster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.access.Admission.Denied;
import io.roster.core.access.Admission.Missing;
import io.roster.core.access.Admission.Refused;
import io.roster.core.access.InitialTokens.Created;
import io.roster.core.client.Tier;
import io.roster.core.credential.Secret;
import io.roster.core.initial.InitialTokenTerms;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.RegistrationOutcome.TokenSpent;
import io.roster.core.registration.UpdateOutcome.Updated;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InitialTokensTest {
  private final ObservedRoster observed = ObservedRoster.standard();
  private final InitialTokens tokens = observed.roster().initialTokens();

  @Test
  void theHolderComesInAsTheTokenSays() {
    var created = tokens.create(InitialTokenTerms.forClients(1));

    var admitted = (Admitted) tokens.admit(created.secret());

    assertThat(admitted.origin().tier()).isEqualTo(Tier.TOKEN);
    assertThat(admitted.origin().initialToken()).contains(created.token().id().value());
    assertThat(created.token().toString()).doesNotContain(created.secret().reveal());
  }

  @Test
  void wrongSpentRevokedAndExpiredTokensAreDeniedAlike() {
    var spent = tokens.create(InitialTokenTerms.forClients(1));
    register(spent);
    var revoked = tokens.create(InitialTokenTerms.forClients(1));
    tokens.revoke(revoked.token().id());
    var expired = tokens.create(expiringIn(Duration.ofHours(1)));
    observed.clock().advance(Duration.ofHours(1));

    assertThat(tokens.admit(new Secret("wrong"))).isEqualTo(new Denied());
    for (var token : List.of(spent, revoked, expired)) {
      assertThat(tokens.admit(token.secret())).isEqualTo(new Denied());
    }
  }

  @Test
  void aTokenIsGoodUntilTheInstantItEnds() {
    var created = tokens.create(expiringIn(Duration.ofHours(1)));
    observed.clock().advance(Duration.ofHours(1).minusSeconds(1));

    assertThat(tokens.admit(created.secret())).isInstanceOf(Admitted.class);
  }

  @Test
  void whoWasLetInAndComesTooLateIsTold() {
    var created = tokens.create(InitialTokenTerms.forClients(1));
    var admitted = (Admitted) tokens.admit(created.secret());
    register(created);

    var outcome = observed.roster().registrar().register(someone(), admitted);

    assertThat(outcome).isEqualTo(new TokenSpent());
    assertThat(observed.store().firstPage(9)).hasSize(1);
  }

  @Test
  void aRefusedClientSpendsNothing() {
    var created = tokens.create(InitialTokenTerms.forClients(1));
    var admitted = (Admitted) tokens.admit(created.secret());

    observed.roster().registrar().register(ClientMetadata.EMPTY, admitted);

    assertThat(tokens.find(created.token().id()).orElseThrow().used()).isZero();
  }

  @Test
  void whatTheTokenFixesNoClientChanges() {
    var fixed = ClientMetadata.EMPTY.with(Members.CLIENT_NAME, "The data team");
    var created =
        tokens.create(new InitialTokenTerms(Tier.TOKEN, 1, Optional.empty(), fixed, "team"));

    var registered = register(created);
    var updated = (Updated) observed.patch(registered, "client_name", "Somebody else");

    assertThat(registered.client().metadata().clientName()).contains("The data team");
    assertThat(updated.client().metadata().clientName()).contains("The data team");
  }

  @Test
  void theModesDifferInWhoNeedsAToken() {
    var presented = new Presented.Bearer(tokens.create(InitialTokenTerms.forClients(1)).secret());
    var wrong = new Presented.Bearer(new Secret("wrong"));
    var nothing = new Presented.Nothing();

    assertThat(InitialAccess.open(tokens).admit(nothing)).isEqualTo(Admitted.OPEN);
    assertThat(InitialAccess.open(tokens).admit(presented)).isNotEqualTo(Admitted.OPEN);
    assertThat(InitialAccess.open(tokens).admit(wrong)).isEqualTo(new Denied());
    assertThat(InitialAccess.byToken(tokens).admit(nothing)).isEqualTo(new Missing());
    assertThat(InitialAccess.byToken(tokens).admit(presented)).isInstanceOf(Admitted.class);
    assertThat(InitialAccess.byToken(tokens).admit(wrong)).isEqualTo(new Denied());
    assertThat(InitialAccess.closed().admit(presented)).isInstanceOf(Refused.class);
  }

  private InitialTokenTerms expiringIn(Duration duration) {
    var end = Optional.of(observed.clock().instant().plus(duration));
    return new InitialTokenTerms(Tier.TOKEN, 9, end, ClientMetadata.EMPTY, "");
  }

  private Registered register(Created token) {
    var admitted = (Admitted) tokens.admit(token.secret());
    return (Registered) observed.roster().registrar().register(someone(), admitted);
  }

  private static ClientMetadata someone() {
    return ObservedRoster.metadata(
        Bodies.members("redirect_uris", List.of(ObservedRoster.REDIRECT)));
  }
}
