package io.roster.store.audit;

import io.roster.core.audit.Actor;
import io.roster.store.sql.Rows;
import java.sql.SQLException;

/** Turns the columns of an entry's row into the entry. */
final class AuditRows {
  /** What statements are made of. */
  static final class Parts {
    static final String SELECT =
        """
        SELECT row_id, at, action, client_id, actor, address, door, request_id, rules,
          state_before, state_after, digest
        FROM audit
        """;

    static final String RANGE =
        """
        WHERE row_id > ? AND row_id <= ?
        ORDER BY row_id
        LIMIT ?
        """;

    private Parts() {}
  }

  private AuditRows() {}

  /** An entry, its number and the digest that was kept with it. */
  record Stored(long row, AuditEntry entry, String digest) {}

  static Stored read(Rows row) throws SQLException {
    return new Stored(row.whole(1), entry(row), row.text(12));
  }

  private static AuditEntry entry(Rows row) throws SQLException {
    var actor = new Actor(row.text(5), row.optionalText(6), row.text(7), row.optionalText(8));
    return new AuditEntry(
        row.instant(2),
        row.text(3),
        row.optionalText(4),
        actor,
        row.optionalText(9),
        row.optionalText(10),
        row.optionalText(11));
  }
}
