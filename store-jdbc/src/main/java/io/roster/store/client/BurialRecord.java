package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.store.audit.AuditEntry;
import io.roster.store.audit.AuditWriter;
import io.roster.store.audit.Occasion;
import io.roster.store.sql.Column;
import io.roster.store.sql.Sql;
import java.sql.SQLException;

/** Writes down of clients that are about to go what they were, and who lets them go. */
record BurialRecord(ClientRow clients, Occasion occasion) {
  void note(ClientId id, Ending ending, Sql sql) throws SQLException {
    if (!occasion.writer().isOn()) {
      return;
    }
    var client = sql.first(JdbcClientStore.FIND, clients::read, id.value());
    if (client.isPresent()) {
      AuditWriter.insert(entry(client.get(), ending), sql);
    }
  }

  void noteAll(Column ids, Ending ending, Sql sql) throws SQLException {
    if (occasion.writer().isOn()) {
      var going = sql.list(PostgresText.FIND_ALL, clients::read, ids);
      AuditWriter.insertAll(going.stream().map(client -> entry(client, ending)).toList(), sql);
    }
  }

  private AuditEntry entry(Client client, Ending ending) {
    return occasion.ended(client, clients.metadata(client), ending);
  }

  /** What only PostgreSQL understands. */
  private static final class PostgresText {
    static final String FIND_ALL =
        JdbcClientStore.FIND.replace("client_id = ?", "client_id = ANY (?)");
  }
}
