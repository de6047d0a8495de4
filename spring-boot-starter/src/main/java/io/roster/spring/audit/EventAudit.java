package io.roster.spring.audit;

import io.roster.core.client.ClientId;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.policy.Finding;
import io.roster.core.store.StoreUnavailableException;
import io.roster.store.audit.AuditEntry;
import io.roster.store.audit.AuditWriter;
import io.roster.store.sql.Database;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the decisions that change no client: refusals, and registrations that are shared. What
 * changes one is kept by its store.
 */
public final class EventAudit implements ClientEvents {
  private static final System.Logger LOG = System.getLogger("io.roster.audit");

  private final Database database;
  private final AuditWriter writer;

  public EventAudit(Database database, AuditWriter writer) {
    this.database = database;
    this.writer = writer;
  }

  @Override
  public void publish(ClientEvent event) {
    if (!writer.settings().refusals()) {
      return;
    }
    switch (event) {
      case ClientEvent.RegistrationRejected(var findings) ->
          keep("registration_refused", Optional.empty(), findings);
      case ClientEvent.UpdateRejected(var id, var findings) ->
          keep("update_refused", Optional.of(id), findings);
      case ClientEvent.GrantsEnded(var id, var grants) ->
          keep("grants_ended", Optional.of(id), List.of());
      case ClientEvent.Shared(var client) -> keep("shared", Optional.of(client.id()), List.of());
      case ClientEvent.Revived(var client) -> keep("revived", Optional.of(client.id()), List.of());
      default -> {
        // The store has written it together with the client.
      }
    }
  }

  private void keep(String action, Optional<ClientId> client, List<Finding> findings) {
    var entry = writer.entry(action, client, findings);
    try {
      database.write(
          sql -> {
            AuditWriter.insert(entry, sql);
            return true;
          });
    } catch (StoreUnavailableException e) {
      // Nothing was changed that would have to wait for it; it must not get lost all the same.
      LOG.log(
          System.Logger.Level.WARNING,
          "not in the audit trail, because the store is away: {0} {1} {2}",
          entry.action(),
          entry.client().orElse("-"),
          describe(entry));
    }
  }

  private static String describe(AuditEntry entry) {
    return entry.actor().name() + " " + entry.actor().address().orElse("-");
  }
}
