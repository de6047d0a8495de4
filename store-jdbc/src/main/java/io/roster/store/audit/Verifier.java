package io.roster.store.audit;

import io.roster.core.json.JsonCodec;
import io.roster.store.sql.Database;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks along the chain and tells where it doesn't hold. */
public final class Verifier {
  private static final int MOST_FAULTS = 20;
  private static final int MOST_UNSEALED = 100_000;

  private final Database database;
  private final Signature signature;
  private final JsonCodec json;

  public Verifier(Database database, AuditSettings settings, JsonCodec json) {
    this.database = database;
    this.signature = new Signature(settings.key());
    this.json = json;
  }

  private static final String NEXT =
      "SELECT " + Seal.Parts.COLUMNS + " FROM audit_seals WHERE row_id > ? ORDER BY row_id LIMIT ?";

  private static final String ONE =
      "SELECT " + Seal.Parts.COLUMNS + " FROM audit_seals WHERE row_id = ?";

  private static final String UNSEALED = "SELECT count(*) FROM audit WHERE row_id > ?";

  /** Looks at most at so many seals behind this one; 0 is before the first. */
  public Verification verify(long after, int most) {
    return database.read(sql -> verify(after, most, sql));
  }

  private Verification verify(long after, int most, Sql sql) throws SQLException {
    var walk = new Walk(before(after, sql));
    var seals = sql.list(NEXT, Seal::read, walk.last.number(), most);
    for (var seal : seals) {
      walk.step(seal, sql);
    }
    boolean complete = seals.size() < most;
    long unsealed =
        complete ? sql.first(UNSEALED, row -> row.whole(1), walk.last.lastRow()).orElse(0L) : 0;
    if (complete) {
      walk.checkUnsealed(sql);
    }
    return new Verification(
        seals.size(),
        walk.entries,
        walk.last.number(),
        walk.last.hash(),
        complete,
        unsealed,
        seals.stream().map(seal -> seal.number() + ":" + seal.hash()).toList(),
        walk.faults);
  }

  private static final String PRUNED =
      """
      SELECT state_after FROM audit
      WHERE action = 'audit_pruned' AND action <> 'registered'
      ORDER BY row_id DESC
      LIMIT 1
      """;

  /** The seal to go on from: the one named, or what an entry says that the oldest follows. */
  private Seal before(long after, Sql sql) throws SQLException {
    var named = after > 0 ? sql.first(ONE, Seal::read, after) : Optional.<Seal>empty();
    if (named.isPresent()) {
      return named.get();
    }
    var pruned = sql.first(PRUNED, row -> row.text(1));
    if (pruned.isEmpty()) {
      return beginning(0, 0, Seal.Parts.GENESIS);
    }
    var told = json.read(pruned.get());
    return beginning(
        told.whole("seal").orElse(0L),
        told.whole("last_row").orElse(0L),
        told.text("hash").orElse(Seal.Parts.GENESIS));
  }

  private static Seal beginning(long number, long lastRow, String hash) {
    var never = Instant.EPOCH;
    return new Seal(number, 0, lastRow, 0, never, never, never, "", hash, Optional.empty());
  }

  private final class Walk {
    private final List<String> faults = new ArrayList<>();
    private Seal last;
    private long entries;

    Walk(Seal last) {
      this.last = last;
    }

    void step(Seal seal, Sql sql) throws SQLException {
      if (seal.number() != last.number() + 1) {
        fault("seals " + (last.number() + 1) + " to " + (seal.number() - 1) + " are missing");
      }
      if (!seal.previous().equals(last.hash())) {
        fault("seal " + seal.number() + " doesn't follow the one before it");
      }
      if (seal.firstRow() != last.lastRow() + 1) {
        fault("seal " + seal.number() + " begins at another entry than it has to");
      }
      if (!signature.fits(seal)) {
        fault("seal " + seal.number() + " isn't signed with the server's key");
      }
      var links = links(seal, sql);
      entries += links.size();
      if (links.size() != seal.entries()) {
        fault(
            "of entries %d to %d there are %d, and should be %d"
                .formatted(seal.firstRow(), seal.lastRow(), links.size(), seal.entries()));
      } else if (!seal.hashOver(links).equals(seal.hash())) {
        fault(
            "entries %d to %d, or their seal %d, are not what was sealed"
                .formatted(seal.firstRow(), seal.lastRow(), seal.number()));
      }
      last = seal;
    }

    void checkUnsealed(Sql sql) throws SQLException {
      sql.list(ENTRIES, AuditRows::read, last.lastRow(), Long.MAX_VALUE, MOST_UNSEALED)
          .forEach(this::check);
    }

    private static final String ENTRIES = AuditRows.Parts.SELECT + AuditRows.Parts.RANGE;

    private List<Seal.Link> links(Seal seal, Sql sql) throws SQLException {
      var rows =
          sql.list(
              ENTRIES,
              AuditRows::read,
              seal.firstRow() - 1,
              seal.lastRow(),
              // One more than there may be shows that there are too many.
              Math.clamp(seal.entries() + 1, 1, 1_000_000));
      rows.forEach(this::check);
      return rows.stream()
          .map(row -> new Seal.Link(row.row(), row.entry().at(), row.digest()))
          .toList();
    }

    private void check(AuditRows.Stored row) {
      if (!row.entry().digest().equals(row.digest())) {
        fault("entry " + row.row() + " was changed");
      }
    }

    private void fault(String text) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(text);
      }
    }
  }
}
