package io.roster.store.client;

import io.roster.core.credential.Digest;
import io.roster.core.initial.InitialAccessToken;
import io.roster.core.initial.InitialTokenId;
import io.roster.core.initial.InitialTokenTerms;
import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import io.roster.core.store.InitialTokenStore;
import io.roster.store.audit.AuditWriter;
import io.roster.store.sql.Database;
import io.roster.store.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Initial access tokens in the database of the clients they let in. */
public final class JdbcInitialTokenStore implements InitialTokenStore {
  private final Database database;
  private final JsonCodec json;
  private final ClientRow row;
  private final AuditWriter audit;

  public JdbcInitialTokenStore(Database database, JsonCodec json) {
    this(database, json, AuditWriter.standard(json));
  }

  /** Keeps what is decided on tokens in the audit trail, too. */
  public JdbcInitialTokenStore(Database database, JsonCodec json, AuditWriter audit) {
    this.database = database;
    this.json = json;
    this.row = new ClientRow(json);
    this.audit = audit;
  }

  private static final String INSERT =
      """
      INSERT INTO initial_tokens
        (token_id, digest, tier, uses, used, expires_at, fixed, note, created_at, revoked_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  @Override
  public boolean insert(InitialAccessToken token) {
    var terms = token.terms();
    var fixed = json.write(terms.fixed().toJson());
    var decision =
        audit.decision(
            "initial_token_created",
            Map.of(
                "token", Json.of(token.id().value()),
                "tier", Json.of(terms.tier().wireName()),
                "uses", Json.of(terms.uses()),
                "note", Json.of(terms.note()),
                "metadata", terms.fixed().toJson()));
    return database.write(
        sql ->
            decision.kept(
                sql.update(
                        INSERT,
                        token.id().value(),
                        token.digest().text(),
                        terms.tier().wireName(),
                        terms.uses(),
                        token.used(),
                        terms.expiresAt(),
                        fixed,
                        terms.note(),
                        token.createdAt(),
                        token.revokedAt())
                    == 1,
                sql));
  }

  private static final String FIND =
      """
      SELECT token_id, digest, tier, uses, used, expires_at, fixed, note, created_at, revoked_at
      FROM initial_tokens
      WHERE token_id = ?
      """;

  @Override
  public Optional<InitialAccessToken> find(InitialTokenId id) {
    return database.read(sql -> sql.first(FIND, this::read, id.value()));
  }

  private static final String FIND_BY_DIGEST =
      """
      SELECT token_id, digest, tier, uses, used, expires_at, fixed, note, created_at, revoked_at
      FROM initial_tokens
      WHERE digest = ?
      """;

  @Override
  public Optional<InitialAccessToken> findByDigest(Digest digest) {
    return database.read(sql -> sql.first(FIND_BY_DIGEST, this::read, digest.text()));
  }

  private static final String REVOKE =
      """
      UPDATE initial_tokens SET revoked_at = ? WHERE token_id = ? AND revoked_at IS NULL
      """;

  @Override
  public boolean revoke(InitialTokenId id, Instant now) {
    var decision = audit.decision("initial_token_revoked", Map.of("token", Json.of(id.value())));
    return database.write(sql -> decision.kept(sql.update(REVOKE, now, id.value()) == 1, sql));
  }

  private static final String PAGE =
      """
      SELECT token_id, digest, tier, uses, used, expires_at, fixed, note, created_at, revoked_at
      FROM initial_tokens
      WHERE token_id > ?
      ORDER BY token_id
      LIMIT ?
      """;

  @Override
  public List<InitialAccessToken> firstPage(int limit) {
    return page("", limit);
  }

  @Override
  public List<InitialAccessToken> pageAfter(InitialTokenId last, int limit) {
    return page(last.value(), limit);
  }

  private List<InitialAccessToken> page(String last, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("a page has no less than 0 tokens");
    }
    return database.read(sql -> sql.list(PAGE, this::read, last, limit));
  }

  private InitialAccessToken read(Rows rows) throws SQLException {
    var terms =
        new InitialTokenTerms(
            ClientRow.tier(rows.text(3)),
            (int) rows.whole(4),
            rows.optionalInstant(6),
            row.metadata(rows.text(7)),
            rows.text(8));
    return new InitialAccessToken(
        new InitialTokenId(rows.text(1)),
        new Digest(rows.text(2)),
        terms,
        (int) rows.whole(5),
        rows.instant(9),
        rows.optionalInstant(10));
  }
}
