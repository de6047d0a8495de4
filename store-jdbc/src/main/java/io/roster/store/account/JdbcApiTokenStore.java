package io.roster.store.account;

import io.roster.core.credential.Digest;
import io.roster.core.json.Json;
import io.roster.store.audit.AuditWriter;
import io.roster.store.sql.Database;
import io.roster.store.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens of administrators' programs in a database. */
public final class JdbcApiTokenStore implements ApiTokenStore {
  private final Database database;
  private final AuditWriter audit;

  /** Keeps what is decided on tokens in the audit trail, too. */
  public JdbcApiTokenStore(Database database, AuditWriter audit) {
    this.database = database;
    this.audit = audit;
  }

  private static final String INSERT =
      """
      INSERT INTO api_tokens
        (token_id, digest, role, owner, note, created_at, expires_at, revoked_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  @Override
  public boolean insert(ApiToken token) {
    var decision =
        audit.decision(
            "api_token_created",
            Map.of(
                "token", Json.of(token.id()),
                "owner", Json.of(token.owner()),
                "role", Json.of(token.role()),
                "expires_at", Json.of(token.expiresAt().toString())));
    return database.write(
        sql ->
            decision.kept(
                sql.update(
                        INSERT,
                        token.id(),
                        token.digest().text(),
                        token.role(),
                        token.owner(),
                        token.note(),
                        token.createdAt(),
                        token.expiresAt(),
                        token.revokedAt())
                    == 1,
                sql));
  }

  private static final String FIND =
      """
      SELECT token_id, digest, role, owner, note, created_at, expires_at, revoked_at
      FROM api_tokens
      WHERE token_id = ?
      """;

  @Override
  public Optional<ApiToken> find(String id) {
    return database.read(sql -> sql.first(FIND, JdbcApiTokenStore::read, id));
  }

  private static final String FIND_BY_DIGEST =
      """
      SELECT token_id, digest, role, owner, note, created_at, expires_at, revoked_at
      FROM api_tokens
      WHERE digest = ?
      """;

  @Override
  public Optional<ApiToken> findByDigest(Digest digest) {
    return database.read(sql -> sql.first(FIND_BY_DIGEST, JdbcApiTokenStore::read, digest.text()));
  }

  private static final String PAGE =
      """
      SELECT token_id, digest, role, owner, note, created_at, expires_at, revoked_at
      FROM api_tokens
      WHERE token_id > ?
      ORDER BY token_id
      LIMIT ?
      """;

  @Override
  public List<ApiToken> pageAfter(String lastId, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("a page has no less than 0 tokens");
    }
    return database.read(sql -> sql.list(PAGE, JdbcApiTokenStore::read, lastId, limit));
  }

  private static final String REVOKE =
      "UPDATE api_tokens SET revoked_at = ? WHERE token_id = ? AND revoked_at IS NULL";

  @Override
  public boolean revoke(String id, Instant now) {
    var decision = audit.decision("api_token_revoked", Map.of("token", Json.of(id)));
    return database.write(sql -> decision.kept(sql.update(REVOKE, now, id) == 1, sql));
  }

  private static final String REVOKE_ALL =
      """
      UPDATE api_tokens SET revoked_at = ? WHERE lower(owner) = lower(?) AND revoked_at IS NULL
      """;

  @Override
  public int revokeAllOf(String owner, Instant now) {
    var decision = audit.decision("api_tokens_revoked", Map.of("owner", Json.of(owner)));
    return database.write(
        sql -> {
          int revoked = sql.update(REVOKE_ALL, now, owner);
          decision.kept(revoked > 0, sql);
          return revoked;
        });
  }

  private static ApiToken read(Rows row) throws SQLException {
    return new ApiToken(
        row.text(1),
        new Digest(row.text(2)),
        row.text(3),
        row.text(4),
        row.text(5),
        row.instant(6),
        row.instant(7),
        row.optionalInstant(8));
  }
}
