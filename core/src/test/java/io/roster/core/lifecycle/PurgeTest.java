package io.roster.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.ObservedRoster;
import io.roster.core.client.Ending;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.lifecycle.PurgeReport.Count;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.store.LifeCycleStore.Lease;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurgeTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ObservedRoster observed = ObservedRoster.standard();
  private final Purge purge = observed.roster().purge();

  @Test
  void whatNobodyUsedGoesAndWhatIsUsedStays() {
    var unused = observed.registerSomeone();
    var used = observed.registerSomeone();
    observed.clock().advance(Duration.ofDays(6));
    use(used);
    observed.clock().advance(Duration.ofDays(2));

    var report = purge.run(MINUTE);

    assertThat(report.ended()).containsExactly(new Count(Tier.OPEN, Ending.NEVER_USED, 1));
    assertThat(report.complete()).isTrue();
    assertThat(observed.store().find(unused.client().id())).isEmpty();
    assertThat(observed.store().find(used.client().id())).isPresent();
    assertThat(observed.events())
        .endsWith(new ClientEvent.Purged(List.of(unused.client().id()), Ending.NEVER_USED));
    assertThat(observed.roster().tombstone(unused.client().id()).orElseThrow().ending())
        .isEqualTo(Ending.NEVER_USED);
  }

  @Test
  void eachUseStartsTheIdleClockAnew() {
    var client = observed.registerSomeone();
    for (int i = 0; i < 5; i++) {
      use(client);
      observed.clock().advance(Duration.ofDays(80));
      assertThat(purge.run(MINUTE).total()).isZero();
    }

    observed.clock().advance(Duration.ofDays(11));

    assertThat(purge.run(MINUTE).ended()).containsExactly(new Count(Tier.OPEN, Ending.IDLE, 1));
  }

  @Test
  void aUseThatWasOnlyNotedCountsBeforeAnyoneGoes() {
    var client = observed.registerSomeone();
    observed.clock().advance(Duration.ofDays(8));
    observed.roster().uses().note(client.client().id());

    assertThat(purge.run(MINUTE).total()).isZero();
    assertThat(observed.stored(client).lastUsedAt()).contains(observed.clock().instant());
  }

  @Test
  void aRehearsalSaysTheSameAndChangesNothing() {
    IntStream.range(0, 250).forEach(i -> observed.registerSomeone());
    observed.clock().advance(Duration.ofDays(8));

    var rehearsed = purge.rehearse(MINUTE);

    assertThat(rehearsed.total()).isEqualTo(250);
    assertThat(rehearsed.examples()).hasSize(20);
    assertThat(observed.store().firstPage(300)).hasSize(250);
    assertThat(purge.run(MINUTE)).isEqualTo(rehearsed);
    assertThat(observed.store().firstPage(1)).isEmpty();
  }

  @Test
  void whatIsNotDoneInTimeIsDoneNextTime() {
    IntStream.range(0, 250).forEach(i -> observed.registerSomeone());
    observed.clock().advance(Duration.ofDays(8));

    var first = purge.run(Duration.ofMillis(-1));
    var second = purge.run(MINUTE);

    assertThat(first.complete()).isFalse();
    assertThat(first.total()).isEqualTo(100);
    assertThat(second.complete()).isTrue();
    assertThat(second.total()).isEqualTo(150);
  }

  @Test
  void whileAnotherNodePurgesThisOneDoesNot() {
    observed.registerSomeone();
    observed.clock().advance(Duration.ofDays(8));
    var now = observed.clock().instant();
    observed.store().lease(new Lease("purge", "another", now.plusSeconds(60)), now);

    assertThatThrownBy(() -> purge.run(MINUTE)).isInstanceOf(PurgeBusyException.class);

    assertThat(observed.store().firstPage(1)).hasSize(1);
    observed.clock().advance(MINUTE);
    assertThat(purge.run(MINUTE).total()).isEqualTo(1);
    // And gives its turn back.
    assertThat(
            observed
                .store()
                .lease(
                    new Lease("purge", "another", now.plusSeconds(180)),
                    observed.clock().instant()))
        .isTrue();
  }

  @Test
  void tombstonesAreForgottenInTime() {
    var client = observed.registerSomeone();
    observed.clock().advance(Duration.ofDays(8));
    purge.run(MINUTE);
    observed.clock().advance(Duration.ofDays(179));
    purge.run(MINUTE);
    var inTime = observed.roster().tombstone(client.client().id());

    observed.clock().advance(Duration.ofDays(2));
    purge.run(MINUTE);

    assertThat(inTime).isPresent();
    assertThat(observed.roster().tombstone(client.client().id())).isEmpty();
  }

  private void use(Registered client) {
    observed.roster().uses().note(client.client().id());
    observed.roster().uses().write();
  }
}
