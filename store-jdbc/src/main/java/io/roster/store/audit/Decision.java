package io.roster.store.audit;

import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.util.Optional;

/** A decision on anything but a client, before it is known whether it changes anything. */
public record Decision(Optional<AuditEntry> entry) {
  /** Keeps it if anything was changed, as a part of whatever this connection does. */
  public boolean kept(boolean changed, Sql sql) throws SQLException {
    if (changed && entry.isPresent()) {
      AuditWriter.insert(entry.get(), sql);
    }
    return changed;
  }
}
