package io.roster.store.client;

import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Tier;
import io.roster.store.sql.Database;
import io.roster.store.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many clients there are; nothing is counted further than to a bound. */
public final class ClientFigures {
  /** What is counted one by one is counted so far. */
  public static final int MOST = 10_000;

  private final Database database;

  public ClientFigures(Database database) {
    this.database = database;
  }

  private static final String IN_TIER =
      "SELECT coalesce(sum(clients), 0) FROM tier_counts WHERE tier = ?";

  /** How many clients there are of each tier, exactly. */
  public Map<Tier, Long> tiers() {
    return database.read(
        sql -> {
          var counts = new EnumMap<Tier, Long>(Tier.class);
          for (var tier : Tier.values()) {
            counts.put(tier, sql.first(IN_TIER, row -> row.whole(1), tier.wireName()).orElse(0L));
          }
          return counts;
        });
  }

  private static final String IN_STATE =
      "SELECT 1 FROM clients WHERE state <> 'active' AND state = ? LIMIT ?";

  /** How many clients there are in each state but active, up to the bound. */
  public Map<ClientState, Long> heldBack() {
    return database.read(
        sql -> {
          var counts = new EnumMap<ClientState, Long>(ClientState.class);
          for (var state : ClientState.values()) {
            if (state != ClientState.ACTIVE) {
              counts.put(state, sql.query(IN_STATE, ClientFigures::count, state.wireName(), MOST));
            }
          }
          return counts;
        });
  }

  private static final String ENDED_SINCE =
      "SELECT ending FROM tombstones WHERE ended_at > ? ORDER BY ended_at DESC LIMIT ?";

  /** How many clients went since then and why, up to the bound for all together. */
  public Map<Ending, Long> ended(Instant since) {
    var counts = new HashMap<String, Long>();
    database
        .read(sql -> sql.list(ENDED_SINCE, row -> row.text(1), since, MOST))
        .forEach(ending -> counts.merge(ending, 1L, Long::sum));
    var byEnding = new EnumMap<Ending, Long>(Ending.class);
    for (var ending : Ending.values()) {
      byEnding.put(ending, counts.getOrDefault(ending.wireName(), 0L));
    }
    return byEnding;
  }

  private static final String BETWEEN =
      """
      SELECT count(*)
      FROM (SELECT 1 FROM clients WHERE client_id >= ? AND client_id < ? LIMIT ?) AS between_ids
      """;

  /** How many clients have identifiers from one on and below another, up to the bound. */
  public List<Long> between(List<Range> ranges) {
    return database.read(
        sql -> {
          var counts = new ArrayList<Long>();
          for (var range : ranges) {
            counts.add(
                sql.first(BETWEEN, row -> row.whole(1), range.from(), range.below(), MOST)
                    .orElse(0L));
          }
          return counts;
        });
  }

  /** A part of the order of identifiers. */
  public record Range(String from, String below) {}

  private static final String GRANTS_OF =
      "SELECT count(*) FROM (SELECT 1 FROM grants WHERE client_id = ? LIMIT ?) AS held";
  private static final String CONSENTS_TO =
      "SELECT count(*) FROM (SELECT 1 FROM consents WHERE client_id = ? LIMIT ?) AS given";

  /** How many grants a client holds, and how many people need not be asked again for it. */
  public record Holdings(long grants, long consents) {}

  /** What people allowed a client, up to the bound. */
  public Holdings holdings(ClientId client) {
    return database.read(
        sql ->
            new Holdings(
                sql.first(GRANTS_OF, row -> row.whole(1), client.value(), MOST).orElse(0L),
                sql.first(CONSENTS_TO, row -> row.whole(1), client.value(), MOST).orElse(0L)));
  }

  private static long count(Rows rows) throws SQLException {
    long count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }
}
