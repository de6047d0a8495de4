package io.roster.core.registration;

import static io.roster.core.ObservedRoster.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.ObservedRoster;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.UpdateOutcome.Updated;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to a client's secret when its method changes or its time is over: M22. */
class SecretsOverTimeTest {
  private final ObservedRoster observed = ObservedRoster.standard();

  @Test
  void aPublicClientThatTurnsConfidentialGetsASecret() {
    var client = register("none");

    var updated = patch(client, "client_secret_basic");

    assertThat(updated.newSecret()).isPresent();
    assertThat(updated.client().secret().orElseThrow().expiresAt())
        .contains(observed.clock().instant().plus(Duration.ofDays(90)));
  }

  @Test
  void aConfidentialClientThatTurnsPublicLosesItsSecret() {
    var client = register("client_secret_basic");

    var updated = patch(client, "none");

    assertThat(updated.newSecret()).isEmpty();
    assertThat(observed.stored(client).secret()).isEmpty();
  }

  @Test
  void oneSecretServesBothWaysOfSendingIt() {
    var client = register("client_secret_basic");

    var updated = patch(client, "client_secret_post");

    assertThat(updated.newSecret()).isEmpty();
    assertThat(updated.client().secret()).isEqualTo(client.client().secret());
  }

  @Test
  void aSecretThatWasDroppedDoesNotComeBack() {
    var client = register("client_secret_basic");
    patch(client, "none");

    var updated = patch(client, "client_secret_basic");

    assertThat(updated.newSecret()).isPresent();
    assertThat(updated.client().secret()).isNotEqualTo(client.client().secret());
  }

  @Test
  void anUpdateRenewsASecretWhoseTimeIsOver() {
    var client = register("client_secret_basic");
    keepTokenAliveFor(client, 90);

    var updated = patch(client, "client_secret_basic");

    assertThat(updated.newSecret()).isPresent();
    assertThat(updated.client().secret().orElseThrow().isExpired(observed.clock().instant()))
        .isFalse();
  }

  @Test
  void anUpdateLeavesALivingSecretAlone() {
    var client = register("client_secret_basic");
    keepTokenAliveFor(client, 59);

    var updated = patch(client, "client_secret_basic");

    assertThat(updated.newSecret()).isEmpty();
    assertThat(updated.client().secret()).isEqualTo(client.client().secret());
  }

  @Test
  void anUpdateInTheLastThirdRenewsTheSecretAndTheOldOneCountsForADay() {
    var client = register("client_secret_basic");
    keepTokenAliveFor(client, 61);

    var updated = patch(client, "client_secret_basic").client();

    assertThat(updated.secret()).isNotEqualTo(client.client().secret());
    var previous = updated.previousSecret().orElseThrow();
    assertThat(previous.digest()).isEqualTo(client.client().secret().orElseThrow().digest());
    assertThat(previous.expiresAt())
        .contains(observed.clock().instant().plus(Duration.ofHours(24)));
  }

  @Test
  void whoMissedTheNewSecretGetsAnotherOneForTheOld() {
    var client = register("client_secret_basic");
    keepTokenAliveFor(client, 61);
    var old = client.clientSecret().orElseThrow().reveal();
    var lost = patch(client, "client_secret_basic");

    var again = (Updated) observed.patch(client, "client_secret", old);

    assertThat(again.newSecret()).isPresent().isNotEqualTo(lost.newSecret());
    assertThat(again.client().previousSecret()).isEqualTo(lost.client().previousSecret());
  }

  @Test
  void anOldSecretsOverlapIsNeverLongerThanItsOwnLife() {
    var client = register("client_secret_basic");
    keepTokenAliveFor(client, 89);
    observed.clock().advance(Duration.ofHours(18));

    var updated = patch(client, "client_secret_basic").client();

    assertThat(updated.previousSecret().orElseThrow().expiresAt())
        .isEqualTo(client.client().secret().orElseThrow().expiresAt());
  }

  private Registered register(String method) {
    return observed.register(
        "redirect_uris", List.of(REDIRECT), "token_endpoint_auth_method", method);
  }

  private Updated patch(Registered client, String method) {
    return (Updated) observed.patch(client, "token_endpoint_auth_method", method);
  }

  private void keepTokenAliveFor(Registered client, int days) {
    for (int hours = 0; hours < days * 24; hours += 12) {
      observed.clock().advance(Duration.ofHours(12));
      observed.roster().registrar().read(observed.access(client));
    }
  }
}
