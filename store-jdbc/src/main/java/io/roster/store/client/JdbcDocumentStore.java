package io.roster.store.client;

import io.roster.core.cimd.DocumentRecord;
import io.roster.core.cimd.DocumentStore;
import io.roster.core.cimd.DocumentVersion;
import io.roster.core.client.ClientId;
import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import io.roster.store.sql.Database;
import io.roster.store.sql.Rows;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is remembered of documents, in the database of the clients they are about. */
public final class JdbcDocumentStore implements DocumentStore {
  private static final int LONGEST_REASON = 500;

  private final Database database;
  private final JsonCodec json;
  private final ClientRow row;

  public JdbcDocumentStore(Database database, JsonCodec json) {
    this.database = database;
    this.json = json;
    this.row = new ClientRow(json);
  }

  private static final String FIND =
      """
      SELECT client_id, fetched_at, stale_at, failed_at, failure
      FROM documents
      WHERE client_id = ?
      """;

  @Override
  public Optional<DocumentRecord> find(ClientId client) {
    return database.read(sql -> sql.first(FIND, JdbcDocumentStore::read, client.value()));
  }

  private static DocumentRecord read(Rows rows) throws SQLException {
    var failedAt = rows.optionalInstant(4);
    var reason = rows.optionalText(5).orElse("");
    return new DocumentRecord(
        new ClientId(rows.text(1)),
        rows.instant(2),
        rows.instant(3),
        failedAt.map(at -> new DocumentRecord.Failure(at, reason)));
  }

  private static final String FETCHED =
      """
      INSERT INTO documents (client_id, fetched_at, stale_at)
      SELECT client_id, ?, ? FROM clients WHERE client_id = ?
      ON CONFLICT (client_id) DO UPDATE
      SET fetched_at = excluded.fetched_at, stale_at = excluded.stale_at,
        failed_at = NULL, failure = NULL
      WHERE documents.fetched_at <= excluded.fetched_at
      """;

  @Override
  public void fetched(DocumentRecord record) {
    database.write(
        sql -> sql.update(FETCHED, record.fetchedAt(), record.staleAt(), record.client().value()));
  }

  private static final String FAILED =
      "UPDATE documents SET failed_at = ?, failure = ? WHERE client_id = ?";

  @Override
  public void failed(ClientId client, DocumentRecord.Failure failure) {
    var reason = failure.reason();
    var bounded = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    database.write(sql -> sql.update(FAILED, failure.at(), bounded, client.value()));
  }

  private static final String ADD =
      """
      INSERT INTO document_versions (client_id, revision, seen_at, changed, metadata)
      SELECT client_id, ?, ?, ?, ? FROM clients WHERE client_id = ?
      ON CONFLICT (client_id, revision) DO NOTHING
      """;

  private static final String TRIM =
      """
      DELETE FROM document_versions
      WHERE client_id = ? AND revision <= (
        SELECT revision FROM document_versions WHERE client_id = ?
        ORDER BY revision DESC LIMIT 1 OFFSET ?)
      """;

  @Override
  public void add(DocumentVersion version, int keep) {
    var id = version.client().value();
    var changed = json.write(new Json.Members(Map.of("changed", Json.ofTexts(version.changed()))));
    var metadata = json.write(version.metadata().toJson());
    database.write(
        sql -> {
          int added = sql.update(ADD, version.revision(), version.seenAt(), changed, metadata, id);
          return added == 0 ? 0 : sql.update(TRIM, id, id, keep);
        });
  }

  private static final String VERSIONS =
      """
      SELECT client_id, revision, seen_at, changed, metadata
      FROM document_versions
      WHERE client_id = ?
      ORDER BY revision DESC
      LIMIT 100
      """;

  @Override
  public List<DocumentVersion> versions(ClientId client) {
    return database.read(sql -> sql.list(VERSIONS, this::version, client.value()));
  }

  private DocumentVersion version(Rows rows) throws SQLException {
    return new DocumentVersion(
        new ClientId(rows.text(1)),
        rows.whole(2),
        rows.instant(3),
        changed(rows.text(4)),
        row.metadata(rows.text(5)));
  }

  private List<String> changed(String text) {
    if (!(json.read(text).values().get("changed") instanceof Json.Items(var items))) {
      throw new IllegalStateException("a stored version can't be read");
    }
    return items.stream()
        .filter(Json.Text.class::isInstance)
        .map(item -> ((Json.Text) item).value())
        .toList();
  }
}
