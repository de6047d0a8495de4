package io.roster.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.client.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationLimitsTest {
  private static final Budget PLENTY = new Budget(1_000_000, 1_000_000);

  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private final InstantSource clock = () -> now;
  private int nodes = 1;

  @Test
  void anAddressHasSoManyAtOnceAndThenSoManyAMinute() {
    var limits = perAddress(3, 6);

    assertThat(tries(limits, "192.0.2.1", 4)).isEqualTo(3);
    now = now.plusSeconds(10);
    assertThat(tries(limits, "192.0.2.1", 2)).isEqualTo(1);
    now = now.plusSeconds(3600);
    assertThat(tries(limits, "192.0.2.1", 9)).isEqualTo(3);
  }

  @Test
  void whoWaitsAsLongAsToldGetsIn() {
    var limits = perAddress(1, 7);
    limits.tryFrom("192.0.2.1");

    var wait = limits.tryFrom("192.0.2.1").orElseThrow();

    assertThat(wait).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(9));
    now = now.plus(wait).plusMillis(1);
    assertThat(limits.tryFrom("192.0.2.1")).isEmpty();
  }

  @Test
  void addressesDoNotCountForEachOther() {
    var limits = perAddress(1, 1);
    limits.tryFrom("192.0.2.1");

    assertThat(limits.tryFrom("192.0.2.2")).isEmpty();
    assertThat(limits.tryFrom("2001:db8::1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:db8:0:1::2", "2001:0DB8:0000:0001:ffff:ffff:ffff:ffff"})
  void anIpv6AddressCountsWithItsNetwork(String neighbour) {
    var limits = perAddress(1, 1);
    limits.tryFrom("2001:db8:0:1::1");

    assertThat(limits.tryFrom(neighbour)).isPresent();
    assertThat(limits.tryFrom("2001:db8:0:2::1")).isEmpty();
  }

  @Test
  void anIpv4AddressIsTheSameHoweverItIsWritten() {
    var limits = perAddress(1, 1);
    limits.tryFrom("192.0.2.1");

    assertThat(limits.tryFrom("::ffff:192.0.2.1")).isPresent();
  }

  @Test
  void aSharedNetworkHasOneBudgetForAllItsAddresses() {
    var limits =
        limits(new Budget(1, 1), List.of("160.79.104.0/21"), new Budget(3, 1), PLENTY, Map.of());

    assertThat(tries(limits, "160.79.104.1", 2)).isEqualTo(2);
    assertThat(tries(limits, "160.79.111.255", 2)).isEqualTo(1);
    assertThat(tries(limits, "160.79.112.0", 2)).isEqualTo(1);
  }

  @Test
  void allTogetherHaveABudgetToo() {
    var limits = limits(PLENTY, List.of(), PLENTY, new Budget(2, 1), Map.of());

    assertThat(limits.tryFrom("192.0.2.1")).isEmpty();
    assertThat(limits.tryFrom("192.0.2.2")).isEmpty();
    assertThat(limits.tryFrom("192.0.2.3")).isPresent();
  }

  @Test
  void aTierIsLimitedWhereItHasABudget() {
    var limits = limits(PLENTY, List.of(), PLENTY, PLENTY, Map.of(Tier.OPEN, new Budget(1, 1)));

    assertThat(limits.tryAs(Tier.OPEN)).isEmpty();
    assertThat(limits.tryAs(Tier.OPEN)).isPresent();
    assertThat(limits.tryAs(Tier.TOKEN)).isEmpty();
  }

  @Test
  void ofManyAtOnceNoMoreGetInThanThereIsBudget() throws Exception {
    var limits = perAddress(50, 1);
    Callable<Optional<Duration>> trying = () -> limits.tryFrom("192.0.2.1");

    var waits = new ArrayList<Optional<Duration>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(Collections.nCopies(200, trying))) {
        waits.add(done.get());
      }
    }

    assertThat(waits).filteredOn(Optional::isEmpty).hasSize(50);
  }

  @Test
  void ofSeveralNodesEachHasItsShare() {
    nodes = 3;
    var limits = perAddress(10, 6);

    assertThat(tries(limits, "192.0.2.1", 9)).isEqualTo(3);
    now = now.plusSeconds(31);
    assertThat(tries(limits, "192.0.2.1", 9)).isEqualTo(1);
    now = now.plusSeconds(3600);
    assertThat(tries(limits, "192.0.2.1", 9)).isEqualTo(3);
  }

  @Test
  void aBudgetForFewerThanThereAreNodesLetsOneInAtEach() {
    nodes = 4;
    var limits = perAddress(2, 2);

    assertThat(tries(limits, "192.0.2.1", 9)).isEqualTo(1);
    now = now.plusSeconds(119);
    assertThat(tries(limits, "192.0.2.1", 9)).isEqualTo(0);
    now = now.plusSeconds(2);
    assertThat(tries(limits, "192.0.2.1", 9)).isEqualTo(1);
  }

  @Test
  void whatIsLeftIsDividedWhenANodeJoins() {
    var limits = perAddress(10, 1);
    tries(limits, "192.0.2.1", 4);

    nodes = 2;

    assertThat(tries(limits, "192.0.2.1", 9)).isEqualTo(3);
  }

  @Test
  void aNodeThatIsLeftAloneHasTheWholeBudgetAgain() {
    nodes = 2;
    var limits = perAddress(10, 1);
    tries(limits, "192.0.2.1", 2);

    nodes = 1;

    assertThat(tries(limits, "192.0.2.1", 20)).isEqualTo(6);
    now = now.plusSeconds(3600);
    assertThat(tries(limits, "192.0.2.1", 20)).isEqualTo(10);
  }

  @Test
  void nodesThatComeAndGoGiveNobodyMore() {
    var limits = perAddress(9, 1);
    tries(limits, "192.0.2.1", 8);

    long more = 0;
    for (int i = 0; i < 100; i++) {
      nodes = 1 + i % 3;
      more += tries(limits, "192.0.2.1", 1);
    }

    assertThat(more).isLessThanOrEqualTo(1);
  }

  @Test
  void everyBudgetIsShared() {
    nodes = 2;
    var two = new Budget(2, 1);
    var limits =
        limits(PLENTY, List.of("160.79.104.0/21"), two, new Budget(4, 1), Map.of(Tier.OPEN, two));

    assertThat(tries(limits, "160.79.104.1", 9)).isEqualTo(1);
    assertThat(tries(limits, "192.0.2.1", 9)).isEqualTo(1);
    assertThat(limits.tryAs(Tier.OPEN)).isEmpty();
    assertThat(limits.tryAs(Tier.OPEN)).isPresent();
  }

  @Test
  void whatIsNoAddressHasABudgetAllTheSame() {
    var limits = perAddress(1, 1);

    assertThat(limits.tryFrom("no address")).isEmpty();
    assertThat(limits.tryFrom("no address")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "localhost", "10.0.0/x", "2001:db8::/129", ""})
  void aNetworkThatIsNoneIsRefused(String network) {
    assertThatThrownBy(() -> limits(PLENTY, List.of(network), PLENTY, PLENTY, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10.0.0.0/8");
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    assertThatThrownBy(() -> new Budget(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Budget(1, 1_000_001)).isInstanceOf(IllegalArgumentException.class);
  }

  private RegistrationLimits perAddress(int burst, int perMinute) {
    return limits(new Budget(burst, perMinute), List.of(), PLENTY, PLENTY, Map.of());
  }

  private RegistrationLimits limits(
      Budget perAddress,
      List<String> networks,
      Budget perNetwork,
      Budget overall,
      Map<Tier, Budget> perTier) {
    return new RegistrationLimits(
        new RateLimits(perAddress, networks, perNetwork, overall, perTier), clock, () -> nodes);
  }

  /** How many of so many tries get in. */
  private static long tries(RegistrationLimits limits, String address, int count) {
    return Collections.nCopies(count, address).stream()
        .filter(from -> limits.tryFrom(from).isEmpty())
        .count();
  }
}
