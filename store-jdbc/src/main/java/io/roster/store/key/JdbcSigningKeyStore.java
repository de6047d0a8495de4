package io.roster.store.key;

import io.roster.store.sql.Database;
import io.roster.store.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Signing keys in a database, which is to be as well guarded as they are. */
public final class JdbcSigningKeyStore implements SigningKeyStore {
  private final Database database;

  public JdbcSigningKeyStore(Database database) {
    this.database = database;
  }

  private static final String INSERT =
      """
      INSERT INTO signing_keys (kid, jwk, created_at, retired_at)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (kid) DO NOTHING
      """;

  @Override
  public boolean insert(StoredKey key) {
    return database.write(
            sql ->
                sql.update(INSERT, key.kid(), key.privateJwk(), key.createdAt(), key.retiredAt()))
        == 1;
  }

  // Every instant is after 1970; the condition makes the index the way in.
  private static final String ALL =
      """
      SELECT kid, jwk, created_at, retired_at FROM signing_keys
      WHERE created_at >= 0
      ORDER BY created_at DESC, row_id DESC
      LIMIT ?
      """;

  @Override
  public List<StoredKey> all() {
    return database.read(sql -> sql.list(ALL, JdbcSigningKeyStore::read, MOST));
  }

  private static final String RETIRE =
      "UPDATE signing_keys SET retired_at = ? WHERE kid = ? AND retired_at IS NULL";

  @Override
  public boolean retire(String kid, Instant at) {
    return database.write(sql -> sql.update(RETIRE, at, kid)) == 1;
  }

  private static final String DELETE_RETIRED = "DELETE FROM signing_keys WHERE retired_at < ?";

  @Override
  public int deleteRetiredBefore(Instant end) {
    return database.write(sql -> sql.update(DELETE_RETIRED, end));
  }

  private static StoredKey read(Rows row) throws SQLException {
    return new StoredKey(row.text(1), row.text(2), row.instant(3), row.optionalInstant(4));
  }
}
