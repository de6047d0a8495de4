package io.roster.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.ObservedRoster;
import io.roster.core.client.ClientId;
import io.roster.core.event.ClientEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An administrator replaces a client's secret. */
class SecretRotationTest {
  private final ObservedRoster observed = ObservedRoster.standard();

  @Test
  void theNewSecretCountsAtOnceAndTheOldOneForADay() {
    var client = confidential();

    var rotated = (SecretRotation.Rotated) rotate(client.client().id());

    var stored = observed.stored(client);
    var digester = observed.roster().digester();
    assertThat(stored).isEqualTo(rotated.client());
    assertThat(digester.matches(rotated.secret(), stored.secret().orElseThrow().digest())).isTrue();
    var previous = stored.previousSecret().orElseThrow();
    assertThat(digester.matches(client.clientSecret().orElseThrow(), previous.digest())).isTrue();
    assertThat(previous.expiresAt()).contains(observed.clock().instant().plus(Duration.ofDays(1)));
    assertThat(observed.events())
        .endsWith(new ClientEvent.SecretRotated(client.client(), rotated.client()));
  }

  @Test
  void aSecondRotationEndsTheFirstSecret() {
    var client = confidential();
    rotate(client.client().id());
    var second = observed.stored(client).secret().orElseThrow();

    rotate(client.client().id());

    assertThat(observed.stored(client).previousSecret().orElseThrow().digest())
        .isEqualTo(second.digest());
  }

  @Test
  void aClientWithoutSecretsAndAnUnknownOneAreToldApart() {
    var open =
        observed.register(
            "redirect_uris",
            List.of(ObservedRoster.REDIRECT),
            "token_endpoint_auth_method",
            "none");

    assertThat(rotate(open.client().id())).isInstanceOf(SecretRotation.Needless.class);
    assertThat(rotate(new ClientId("unknown"))).isInstanceOf(SecretRotation.Unknown.class);
    assertThat(observed.stored(open)).isEqualTo(open.client());
  }

  private RegistrationOutcome.Registered confidential() {
    return observed.registerSomeone();
  }

  private SecretRotation rotate(ClientId id) {
    return observed.roster().administration().rotateSecret(id);
  }
}
