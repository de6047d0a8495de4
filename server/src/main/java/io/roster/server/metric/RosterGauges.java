package io.roster.server.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import io.roster.core.store.StoreUnavailableException;
import io.roster.store.audit.AuditTrail;
import io.roster.store.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** What the store holds, asked for when somebody looks, and not more often than it is worth. */
public final class RosterGauges {
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final int MOST_COUNTED = 100_000;

  private static final String TIERS = "SELECT tier, sum(clients) FROM tier_counts GROUP BY tier";

  // The index leaves out the active, who are nearly all; and the count ends where it gets long.
  private static final String OTHERS =
      """
      SELECT tier, state, count(*) FROM (
        SELECT tier, state FROM clients WHERE state <> 'active' LIMIT ?) others
      GROUP BY tier, state
      """;

  private final Database database;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final Map<String, Double> clients = new HashMap<>();
  private Instant counted = Instant.EPOCH;
  private double unsealed = Double.NaN;
  private boolean up;

  public RosterGauges(Database database, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.trail = trail;
    this.clock = clock;
  }

  /** Registers all of them. */
  public void bindTo(MeterRegistry registry) {
    for (var tier : Tier.values()) {
      for (var state : ClientState.values()) {
        Gauge.builder("dcr.clients", () -> clients(tier, state))
            .description("Clients on the roster")
            .tags("state", state.wireName(), "source", tier.wireName())
            .register(registry);
      }
    }
    Gauge.builder("dcr.store.up", () -> isUp() ? 1 : 0)
        .description("Whether the store answers")
        .register(registry);
    Gauge.builder("dcr.store.waiting", database, Database::waitingWrites)
        .description("Writes that wait for those under way to end")
        .register(registry);
    Gauge.builder("dcr.audit.unsealed", this::unsealed)
        .description("Audit entries that no seal holds yet")
        .register(registry);
  }

  private synchronized double clients(Tier tier, ClientState state) {
    refresh();
    return clients.getOrDefault(tier.wireName() + " " + state.wireName(), up ? 0.0 : Double.NaN);
  }

  private synchronized boolean isUp() {
    refresh();
    return up;
  }

  private synchronized double unsealed() {
    refresh();
    return unsealed;
  }

  private void refresh() {
    var now = clock.instant();
    if (now.isBefore(counted.plus(FRESH)) && !now.isBefore(counted)) {
      return;
    }
    counted = now;
    clients.clear();
    try {
      count();
      unsealed = trail.head().map(AuditTrail.Head::unsealed).orElse(0L);
      up = true;
    } catch (StoreUnavailableException e) {
      up = false;
      unsealed = Double.NaN;
      clients.clear();
    }
  }

  private void count() {
    var active = new HashMap<String, Double>();
    database
        .read(sql -> sql.list(TIERS, row -> Map.entry(row.text(1), (double) row.whole(2))))
        .forEach(tier -> active.put(tier.getKey(), tier.getValue()));
    database
        .read(
            sql ->
                sql.list(
                    OTHERS,
                    row -> new Others(row.text(1), row.text(2), row.whole(3)),
                    MOST_COUNTED))
        .forEach(
            others -> {
              clients.put(others.tier() + " " + others.state(), (double) others.clients());
              active.merge(others.tier(), -(double) others.clients(), Double::sum);
            });
    active.forEach((tier, number) -> clients.put(tier + " active", number));
  }

  private record Others(String tier, String state, long clients) {}
}
