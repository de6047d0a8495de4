package io.roster.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.ObservedRoster;
import io.roster.core.access.RegistrationAccess.Denied;
import io.roster.core.access.RegistrationAccess.Granted;
import io.roster.core.access.RegistrationAccess.Missing;
import io.roster.core.credential.Secret;
import io.roster.core.registration.RegistrationOutcome.Registered;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationAccessTest {
  private final ObservedRoster observed = ObservedRoster.standard();
  private final Registered someone = observed.registerSomeone();
  private final String id = someone.client().id().value();
  private final String token = someone.registrationToken().orElseThrow().reveal();

  @Test
  void aClientsOwnTokenOpensItsConfiguration() {
    var outcome = (Granted) check(id, token);

    assertThat(outcome.client()).isEqualTo(someone.client());
    assertThat(outcome.token().reveal()).isEqualTo(token);
  }

  @Test
  void nothingPresentedIsMissing() {
    assertThat(observed.roster().access().check(id, new Presented.Nothing()))
        .isEqualTo(new Missing());
    assertThat(observed.roster().access().check("unknown", new Presented.Nothing()))
        .isEqualTo(new Missing());
  }

  @Test
  void aTokenOpensNoOtherClient() {
    var other = observed.registerSomeone();

    assertThat(check(other.client().id().value(), token)).isEqualTo(new Denied());
    assertThat(check(id, other.registrationToken().orElseThrow().reveal())).isEqualTo(new Denied());
    assertThat(check(id, token)).isInstanceOf(Granted.class);
  }

  @Test
  void aTokenThatIsAlmostRightOpensNothing() {
    var swapped = token.toUpperCase(Locale.ROOT);

    for (var wrong : new String[] {token + "x", token.substring(1), swapped, " " + token, ""}) {
      assertThat(check(id, wrong)).isEqualTo(new Denied());
    }
  }

  @Test
  void theClientsSecretIsNoToken() {
    assertThat(check(id, someone.clientSecret().orElseThrow().reveal())).isEqualTo(new Denied());
  }

  @Test
  void theDigestIsNoToken() {
    var digest = someone.client().registrationToken().digest().text();

    assertThat(check(id, digest)).isEqualTo(new Denied());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mcp-client-0", "' OR 1=1 --", "a/../b", "\u0000", "caf\u00e9"})
  void anUnknownClientIsDeniedLikeAWrongToken(String unknown) {
    assertThat(check(unknown, token)).isEqualTo(new Denied());
    assertThat(check(id.toUpperCase(Locale.ROOT), token)).isEqualTo(new Denied());
    assertThat(check("x".repeat(10_000), token)).isEqualTo(new Denied());
  }

  @Test
  void anExpiredTokenIsDenied() {
    observed.clock().advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(check(id, token)).isInstanceOf(Granted.class);

    observed.clock().advance(Duration.ofSeconds(1));
    assertThat(check(id, token)).isEqualTo(new Denied());
  }

  @Test
  void admissionIsOpenOrClosedToAll() {
    assertThat(InitialAccess.open().admit(new Presented.Nothing()))
        .isInstanceOf(Admission.Admitted.class);
    assertThat(InitialAccess.closed().admit(new Presented.Bearer(new Secret("x"))))
        .isInstanceOf(Admission.Refused.class);
  }

  private RegistrationAccess.Outcome check(String clientId, String presented) {
    return observed.roster().access().check(clientId, new Presented.Bearer(new Secret(presented)));
  }
}
