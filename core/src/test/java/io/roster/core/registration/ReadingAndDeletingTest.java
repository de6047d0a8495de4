package io.roster.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.ObservedRoster;
import io.roster.core.access.RegistrationAccess.Denied;
import io.roster.core.client.Client;
import io.roster.core.client.Ending;
import io.roster.core.event.ClientEvent;
import io.roster.core.registration.RegistrationOutcome.Registered;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadingAndDeletingTest {
  private final ObservedRoster observed = ObservedRoster.standard();
  private final Registrar registrar = observed.roster().registrar();
  private final Registered someone = observed.registerSomeone();

  @Test
  void readingTellsTheClientAsItIs() {
    assertThat(read()).isEqualTo(someone.client());
    assertThat(read()).isEqualTo(someone.client());
    assertThat(observed.events()).hasSize(1);
  }

  @Test
  void readingMovesTheEndOfTheToken() {
    observed.clock().advance(Duration.ofHours(23));

    read();

    assertThat(tokenEnd()).isEqualTo(observed.clock().instant().plus(Duration.ofHours(24)));
  }

  @Test
  void updatingMovesTheEndOfTheToken() {
    observed.clock().advance(Duration.ofHours(23));

    observed.patch(someone, "client_name", "renamed");

    assertThat(tokenEnd()).isEqualTo(observed.clock().instant().plus(Duration.ofHours(24)));
  }

  @Test
  void aTokenInUseNeverEnds() {
    for (int day = 0; day < 400; day++) {
      observed.clock().advance(Duration.ofHours(23));
      read();
    }

    assertThat(observed.check(someone.client(), someone.registrationToken().orElseThrow()))
        .isNotInstanceOf(Denied.class);
  }

  @Test
  void aTokenOutOfUseEndsAfterADay() {
    observed.clock().advance(Duration.ofHours(24));

    assertThat(observed.check(someone.client(), someone.registrationToken().orElseThrow()))
        .isEqualTo(new Denied());
  }

  @Test
  void movingTheEndByLessThanAQuarterOfAnHourIsNotWorthAWrite() {
    var before = observed.stored(someone);
    observed.clock().advance(Duration.ofMinutes(15));
    read();
    assertThat(observed.stored(someone)).isEqualTo(before);

    observed.clock().advance(Duration.ofSeconds(1));
    read();
    assertThat(observed.stored(someone).revision()).isEqualTo(2);
  }

  @Test
  void theTokenStaysTheSameWhenItsEndMoves() {
    observed.clock().advance(Duration.ofHours(1));
    read();

    assertThat(observed.stored(someone).registrationToken().digest())
        .isEqualTo(someone.client().registrationToken().digest());
  }

  @Test
  void deletingEndsTheClientItsTokenAndItsSecret() {
    registrar.delete(observed.access(someone));

    assertThat(observed.store().find(someone.client().id())).isEmpty();
    assertThat(observed.check(someone.client(), someone.registrationToken().orElseThrow()))
        .isEqualTo(new Denied());
  }

  @Test
  void deletingIsToldOnce() {
    var access = observed.access(someone);

    registrar.delete(access);
    registrar.delete(access);

    assertThat(observed.events())
        .hasSize(2)
        .endsWith(new ClientEvent.Deleted(someone.client().id(), Ending.DELETED_BY_CLIENT));
  }

  @Test
  void deletingOneClientLeavesTheOthers() {
    var other = observed.registerSomeone();

    registrar.delete(observed.access(someone));

    assertThat(observed.stored(other)).isEqualTo(other.client());
  }

  private Client read() {
    return registrar.read(observed.access(someone)).client();
  }

  private Instant tokenEnd() {
    return observed.stored(someone).registrationToken().expiresAt().orElseThrow();
  }
}
