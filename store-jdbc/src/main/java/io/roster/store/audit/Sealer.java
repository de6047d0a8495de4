package io.roster.store.audit;

import io.roster.core.audit.Acting;
import io.roster.core.audit.Actor;
import io.roster.core.json.Json;
import io.roster.store.sql.Database;
import io.roster.store.sql.Dialect;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Chains what was written since the last seal, and lets the oldest go. Any number of nodes may do
 * so at once: of two that make the same seal one comes too late, and nothing is lost.
 */
public final class Sealer {
  private static final int MOST_ENTRIES = 2000;
  private static final int PRUNED_AT_ONCE = 1000;

  private final Database database;
  private final AuditWriter writer;
  private final AuditSettings settings;
  private final InstantSource clock;
  private Optional<Mark> mark = Optional.empty();

  public Sealer(Database database, AuditWriter writer, InstantSource clock) {
    this.database = database;
    this.writer = writer;
    this.settings = writer.settings();
    this.clock = clock;
  }

  /** All rows up to this one are there once every transaction before that one has ended. */
  private record Mark(long row, long transaction) {}

  /** Seals all entries that can be; returns how many. */
  public synchronized long seal() {
    var end = end();
    long sealed = 0;
    for (var links = next(end); !links.isEmpty(); links = next(end)) {
      sealed += seal(links);
    }
    return sealed;
  }

  private static final String LAST =
      "SELECT "
          + Seal.Parts.COLUMNS
          + " FROM audit_seals WHERE row_id > 0 ORDER BY row_id DESC LIMIT 1";

  private static final String LINKS =
      """
      SELECT row_id, at, digest FROM audit
      WHERE row_id > ? AND row_id <= ?
      ORDER BY row_id
      LIMIT ?
      """;

  private List<Seal.Link> next(long end) {
    return database.read(
        sql -> {
          long last = sql.first(LAST, Seal::read).map(Seal::lastRow).orElse(0L);
          return sql.list(LINKS, Seal.Link::read, last, end, MOST_ENTRIES);
        });
  }

  private static final String INSERT =
      """
      INSERT INTO audit_seals (row_id, first_row, last_row, entries, from_at, to_at, sealed_at,
        previous, hash, signature)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private long seal(List<Seal.Link> links) {
    var last = database.read(sql -> sql.first(LAST, Seal::read));
    long first = last.map(Seal::lastRow).orElse(0L) + 1;
    if (links.getFirst().row() < first) {
      // Another node was faster.
      return 0;
    }
    var seal =
        Seal.of(
                last.map(Seal::number).orElse(0L) + 1,
                last.map(Seal::hash).orElse(Seal.Parts.GENESIS),
                first,
                links,
                clock.instant())
            .signed(new Signature(settings.key()));
    return database.write(sql -> insert(seal, sql)) == 1 ? seal.entries() : 0;
  }

  private static int insert(Seal seal, Sql sql) throws SQLException {
    return sql.update(
        INSERT,
        seal.number(),
        seal.firstRow(),
        seal.lastRow(),
        seal.entries(),
        seal.from(),
        seal.to(),
        seal.sealedAt(),
        seal.previous(),
        seal.hash(),
        seal.signature());
  }

  /** The last row before which none can come any more. */
  private long end() {
    if (database.read(Sql::dialect) == Dialect.SQLITE) {
      // It has one writer at a time, and numbers rows in the order of commits.
      return Long.MAX_VALUE;
    }
    var before = mark;
    // Each in a transaction of its own: the second number must be given after the first is read.
    long row = database.read(sql -> sql.first(PostgresText.NEWEST, r -> r.whole(1)).orElse(0L));
    long transaction =
        database.read(sql -> sql.first(PostgresText.TRANSACTION, r -> r.whole(1)).orElse(0L));
    var now = new Mark(row, transaction);
    long oldest = database.read(sql -> sql.first(PostgresText.OLDEST, r -> r.whole(1)).orElse(0L));
    mark = Optional.of(now);
    if (now.transaction() <= oldest) {
      return now.row();
    }
    return before.filter(known -> known.transaction() <= oldest).map(Mark::row).orElse(0L);
  }

  private static final String PRUNABLE =
      "SELECT "
          + Seal.Parts.COLUMNS
          + " FROM audit_seals WHERE sealed_at < ? ORDER BY sealed_at DESC LIMIT 1";

  private static final String DROP_SEALS = "DELETE FROM audit_seals WHERE row_id <= ?";

  private static final String OLDEST_SEAL =
      "SELECT " + Seal.Parts.COLUMNS + " FROM audit_seals WHERE row_id > 0 ORDER BY row_id LIMIT 1";

  private static final String DROP_ENTRIES =
      """
      DELETE FROM audit
      WHERE row_id IN (SELECT row_id FROM audit WHERE row_id < ? ORDER BY row_id LIMIT ?)
      """;

  /** Lets go what is older than the settings keep; an entry says from where the chain goes on. */
  public void prune() {
    if (settings.retention().isZero()) {
      return;
    }
    var before = clock.instant().minus(settings.retention());
    database.write(
        sql -> {
          sql.alone("audit pruning");
          var old = sql.first(PRUNABLE, Seal::read, before);
          var newest = sql.first(LAST, Seal::read);
          // The newest seal stays: the chain goes on from it.
          if (old.isPresent() && old.get().number() < newest.orElseThrow().number()) {
            sql.update(DROP_SEALS, old.get().number());
            AuditWriter.insert(pruned(old.get()), sql);
          }
          return true;
        });
    var first = database.read(sql -> sql.first(OLDEST_SEAL, Seal::read));
    if (first.isPresent() && first.get().number() > 1) {
      long row = first.get().firstRow();
      int dropped;
      do {
        dropped = database.write(sql -> sql.update(DROP_ENTRIES, row, PRUNED_AT_ONCE));
      } while (dropped > 0);
    }
  }

  private AuditEntry pruned(Seal last) {
    var told = new LinkedHashMap<String, Json>();
    told.put("seal", Json.of(last.number()));
    told.put("last_row", Json.of(last.lastRow()));
    told.put("hash", Json.of(last.hash()));
    return Acting.as(
        Actor.server("retention"), () -> writer.server("audit_pruned", new Json.Members(told)));
  }

  /** What only PostgreSQL understands. */
  private static final class PostgresText {
    static final String NEWEST =
        "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit_rows";

    static final String TRANSACTION = "SELECT pg_current_xact_id()::text::bigint";

    static final String OLDEST = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
  }
}
