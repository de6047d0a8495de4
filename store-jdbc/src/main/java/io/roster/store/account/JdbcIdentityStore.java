package io.roster.store.account;

import io.roster.core.json.JsonCodec;
import io.roster.store.sql.Database;
import io.roster.store.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Identities in a database; they go when their user is deleted. */
public final class JdbcIdentityStore implements IdentityStore {
  private final Database database;
  private final JdbcUserStore users;

  public JdbcIdentityStore(Database database, JsonCodec json) {
    this.database = database;
    this.users = new JdbcUserStore(database, json);
  }

  private static final String FIND =
      """
      SELECT issuer, subject, user_name, label, created_at, used_at FROM identities
      WHERE issuer = ? AND subject = ?
      """;

  @Override
  public Optional<Identity> find(String issuer, String subject) {
    return database.read(sql -> sql.first(FIND, JdbcIdentityStore::read, issuer, subject));
  }

  private static Identity read(Rows row) throws SQLException {
    return new Identity(
        row.text(1), row.text(2), row.text(3), row.text(4), row.instant(5), row.instant(6));
  }

  private static final String INSERT =
      """
      INSERT INTO identities (issuer, subject, user_name, label, created_at, used_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  @Override
  public Admittance admit(Identity identity, User user) {
    return database.write(
        sql -> {
          // Who looks first and writes then has to be alone.
          sql.alone("identities");
          if (sql.first(FIND, row -> true, identity.issuer(), identity.subject()).isPresent()) {
            return Admittance.KNOWN;
          }
          if (!users.insert(sql, user)) {
            return Admittance.NAME_TAKEN;
          }
          sql.update(
              INSERT,
              identity.issuer(),
              identity.subject(),
              identity.userName(),
              identity.label(),
              identity.createdAt(),
              identity.usedAt());
          return Admittance.ADMITTED;
        });
  }

  private static final String USE =
      "UPDATE identities SET label = ?, used_at = ? WHERE issuer = ? AND subject = ?";

  @Override
  public void use(String issuer, String subject, String label, Instant at) {
    database.write(sql -> sql.update(USE, label, at, issuer, subject));
  }
}
