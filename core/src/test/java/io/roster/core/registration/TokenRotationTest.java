package io.roster.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Bodies;
import io.roster.core.ObservedRoster;
import io.roster.core.access.RegistrationAccess.Denied;
import io.roster.core.access.RegistrationAccess.Granted;
import io.roster.core.credential.Secret;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.UpdateOutcome.Gone;
import io.roster.core.registration.UpdateOutcome.Updated;
import io.roster.core.settings.LifeCycleSettings;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.settings.TokenRotation;
import org.junit.jupiter.api.Test;

/** When a registration access token gives way to a new one, RFC 7592 section 3. */
class TokenRotationTest {
  private ObservedRoster observed = rotating(TokenRotation.ON_READ_AND_UPDATE);
  private Registered client = observed.registerSomeone();
  private Secret first = client.registrationToken().orElseThrow();

  @Test
  void aReadTellsANewTokenAndTheOldOneCountsUntilTheNewOneIsUsed() {
    var second = readWith(first);

    assertThat(second).isNotEqualTo(first);
    assertThat(check(first)).isInstanceOf(Granted.class);
    var third = readWith(second);
    assertThat(third).isNotEqualTo(second);
    assertThat(check(first)).isInstanceOf(Denied.class);
    assertThat(check(second)).isInstanceOf(Granted.class);
    assertThat(check(third)).isInstanceOf(Granted.class);
  }

  @Test
  void whoNeverGotTheAnswerAsksAgainAndTheLostTokenEnds() {
    var lost = readWith(first);

    var second = readWith(first);

    assertThat(second).isNotEqualTo(lost);
    assertThat(check(lost)).isInstanceOf(Denied.class);
    assertThat(readWith(second)).isNotEqualTo(second);
    assertThat(check(first)).isInstanceOf(Denied.class);
  }

  @Test
  void anUpdateTellsANewTokenToo() {
    var updated = (Updated) observed.patch(client, "client_name", "renamed");

    assertThat(updated.registrationToken()).isNotEqualTo(first);
    assertThat(check(updated.registrationToken())).isInstanceOf(Granted.class);
  }

  @Test
  void onUpdateLeavesReadersTheirTokenAndAFirstUseEndsTheOldOne() {
    begin(TokenRotation.ON_UPDATE);
    assertThat(readWith(first)).isEqualTo(first);
    var second = ((Updated) observed.patch(client, "client_name", "renamed")).registrationToken();

    assertThat(readWith(second)).isEqualTo(second);

    assertThat(second).isNotEqualTo(first);
    assertThat(check(first)).isInstanceOf(Denied.class);
  }

  @Test
  void neverLeavesTheTokenAsItIs() {
    begin(TokenRotation.NEVER);

    assertThat(readWith(first)).isEqualTo(first);
    assertThat(((Updated) observed.patch(client, "client_name", "x")).registrationToken())
        .isEqualTo(first);
  }

  @Test
  void aTokenThatWasReplacedSinceItWasLookedAtChangesNothing() {
    var slow = observed.access(client);
    readWith(readWith(first));

    var outcome =
        observed
            .roster()
            .registrar()
            .update(slow, new ClientUpdate.Merge(Bodies.members("client_name", "x")));

    // The revision it was granted on is stale, and the present one no longer knows the token.
    assertThat(outcome).isInstanceOf(Gone.class);
    assertThat(observed.stored(client).metadata().clientName()).isEmpty();
  }

  private void begin(TokenRotation rotation) {
    observed = rotating(rotation);
    client = observed.registerSomeone();
    first = client.registrationToken().orElseThrow();
  }

  private Secret readWith(Secret token) {
    return observed.roster().registrar().read((Granted) check(token)).registrationToken();
  }

  private Object check(Secret token) {
    return observed.check(client.client(), token);
  }

  private static ObservedRoster rotating(TokenRotation rotation) {
    var settings = RegistrationSettings.standard(ObservedRoster.ISSUER);
    return ObservedRoster.with(
        settings.withLifeCycle(LifeCycleSettings.standard().withTokenRotation(rotation)));
  }
}
