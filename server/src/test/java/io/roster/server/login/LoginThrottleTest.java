package io.roster.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
  private static final LoginAttempt ALICE = new LoginAttempt("alice", "192.0.2.1");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final LoginThrottle throttle = new LoginThrottle(clock, 100);

  @Test
  void fourFailuresCostNothing() {
    fail(ALICE, 4);

    assertThat(throttle.remaining(ALICE)).isZero();
  }

  @Test
  void theFifthFailureCostsTwoSeconds() {
    fail(ALICE, 5);

    assertThat(throttle.remaining(ALICE)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void eachFurtherFailureDoublesTheWait() {
    fail(ALICE, 8);

    assertThat(throttle.remaining(ALICE)).isEqualTo(Duration.ofSeconds(16));
  }

  @Test
  void theWaitHasAnEnd() {
    fail(ALICE, 1_000);

    assertThat(throttle.remaining(ALICE)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void theWaitPasses() {
    fail(ALICE, 5);

    clock.advance(Duration.ofSeconds(2));

    assertThat(throttle.remaining(ALICE)).isZero();
  }

  @Test
  void aNameWaitsWhereverItIsTriedFrom() {
    for (int i = 0; i < 5; i++) {
      throttle.failed(new LoginAttempt("Alice", "192.0.2." + i));
    }

    assertThat(throttle.remaining(new LoginAttempt("alice", "198.51.100.1"))).isPositive();
    assertThat(throttle.remaining(new LoginAttempt("bob", "198.51.100.1"))).isZero();
  }

  @Test
  void anAddressWaitsWhateverNameItTries() {
    for (int i = 0; i < 5; i++) {
      throttle.failed(new LoginAttempt("name" + i, "192.0.2.1"));
    }

    assertThat(throttle.remaining(new LoginAttempt("bob", "192.0.2.1"))).isPositive();
  }

  @Test
  void anAddressOfAnIpv6NetworkStandsForAllOfThem() {
    for (int i = 0; i < 5; i++) {
      throttle.failed(new LoginAttempt("name" + i, "2001:db8:1:2::" + i));
    }

    assertThat(throttle.remaining(new LoginAttempt("bob", "2001:db8:1:2:ffff::1"))).isPositive();
    assertThat(throttle.remaining(new LoginAttempt("bob", "2001:db8:1:3::1"))).isZero();
  }

  @Test
  void aSuccessForgivesWhatFailedBefore() {
    fail(ALICE, 4);
    throttle.succeeded(ALICE);
    fail(ALICE, 4);

    assertThat(throttle.remaining(ALICE)).isZero();
  }

  @Test
  void whoStaysAwayIsForgotten() {
    fail(ALICE, 9);
    clock.advance(Duration.ofMinutes(15));

    fail(ALICE, 1);

    assertThat(throttle.remaining(ALICE)).isZero();
  }

  @Test
  void onlySoManyAreRemembered() {
    var small = new LoginThrottle(clock, 4);
    for (int i = 0; i < 5; i++) {
      small.failed(ALICE);
    }
    small.failed(new LoginAttempt("bob", "198.51.100.1"));
    small.failed(new LoginAttempt("carol", "198.51.100.2"));

    assertThat(small.remaining(ALICE)).isZero();
  }

  private void fail(LoginAttempt attempt, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(attempt);
    }
  }
}
