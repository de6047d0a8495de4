package io.roster.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.ObservedRoster;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Tier;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeCycleTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final LifeCycle RULES =
      new LifeCycle(RegistrationSettings.standard(ObservedRoster.ISSUER));

  @ParameterizedTest
  @CsvSource({
    "OPEN, 6, , ",
    "OPEN, 8, , NEVER_USED",
    "OPEN, 100, 89, ",
    "OPEN, 100, 91, IDLE",
    "TOKEN, 8, , NEVER_USED",
    "STATEMENT, 100, 91, IDLE",
    "ADMINISTRATOR, 3000, , ",
    "ADMINISTRATOR, 3000, 2000, "
  })
  void eachClockRunsOutAfterItsTime(Tier tier, long registered, Long used, Ending expected) {
    var standing = standing(tier, ClientState.ACTIVE, registered, Optional.ofNullable(used), false);

    assertThat(RULES.ending(standing, NOW)).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, 8, true",
    "PENDING, 8, true",
    "DENIED, 8, false",
    "DENIED, 91, true",
    "DISABLED, 3000, false"
  })
  void whatAnAdministratorDecidedStays(ClientState state, long age, boolean goes) {
    var standing = standing(Tier.OPEN, state, age, Optional.empty(), false);

    assertThat(RULES.ending(standing, NOW).isPresent()).isEqualTo(goes);
  }

  @Test
  void aLiveGrantKeepsItsClientHoweverOld() {
    var standing = standing(Tier.OPEN, ClientState.ACTIVE, 3000, Optional.of(2000L), true);

    assertThat(RULES.ending(standing, NOW)).isEmpty();
  }

  @Test
  void onlyWhoeverWasNeverUsedAndHadItsTimeMakesRoom() {
    var fresh = open(NOW.minus(Duration.ofMinutes(59)), Optional.empty(), false);
    var unused = open(NOW.minus(Duration.ofMinutes(61)), Optional.empty(), false);
    var granted = open(NOW.minus(Duration.ofDays(6)), Optional.empty(), true);
    var used = open(NOW.minus(Duration.ofDays(6)), Optional.of(NOW), false);

    assertThat(RULES.mayMakeRoom(unused, NOW)).isTrue();
    assertThat(RULES.mayMakeRoom(fresh, NOW)).isFalse();
    assertThat(RULES.mayMakeRoom(granted, NOW)).isFalse();
    assertThat(RULES.mayMakeRoom(used, NOW)).isFalse();
  }

  private static Standing open(Instant issued, Optional<Instant> used, boolean granted) {
    return new Standing(new ClientId("a"), Tier.OPEN, ClientState.ACTIVE, issued, used, granted);
  }

  private static Standing standing(
      Tier tier, ClientState state, long registered, Optional<Long> used, boolean granted) {
    return new Standing(
        new ClientId("a"),
        tier,
        state,
        NOW.minus(Duration.ofDays(registered)),
        used.map(days -> NOW.minus(Duration.ofDays(days))),
        granted);
  }
}
