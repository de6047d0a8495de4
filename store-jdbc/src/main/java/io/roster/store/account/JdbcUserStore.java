package io.roster.store.account;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import io.roster.store.audit.AuditWriter;
import io.roster.store.audit.Decision;
import io.roster.store.sql.Database;
import io.roster.store.sql.Rows;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Users in a database. */
public final class JdbcUserStore implements UserStore {
  private final Database database;
  private final JsonCodec json;
  private final AuditWriter audit;

  public JdbcUserStore(Database database, JsonCodec json) {
    this(database, json, AuditWriter.standard(json));
  }

  /** Keeps what is decided on users in the audit trail, too. */
  public JdbcUserStore(Database database, JsonCodec json, AuditWriter audit) {
    this.database = database;
    this.json = json;
    this.audit = audit;
  }

  private static final String INSERT =
      """
      INSERT INTO users (name, password_hash, roles, created_at)
      VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  @Override
  public boolean insert(User user) {
    var decision = decision("user_added", user.name(), user.roles());
    return database.write(sql -> decision.kept(insert(sql, user), sql));
  }

  /** Adds a user within somebody's transaction. */
  boolean insert(Sql sql, User user) throws SQLException {
    var roles = rolesToText(user.roles());
    return sql.update(INSERT, user.name(), user.passwordHash(), roles, user.createdAt()) == 1;
  }

  private static final String FIND =
      """
      SELECT name, password_hash, roles, created_at FROM users WHERE lower(name) = ?
      """;

  @Override
  public Optional<User> find(String name) {
    if (!User.isValidName(name)) {
      return Optional.empty();
    }
    return database.read(sql -> sql.first(FIND, this::read, folded(name)));
  }

  @Override
  public List<User> firstPage(int limit) {
    return pageAfter("", limit);
  }

  private static final String PAGE =
      """
      SELECT name, password_hash, roles, created_at FROM users
      WHERE lower(name) > ?
      ORDER BY lower(name)
      LIMIT ?
      """;

  @Override
  public List<User> pageAfter(String lastName, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("a page has no less than 0 users");
    }
    return database.read(sql -> sql.list(PAGE, this::read, folded(lastName), limit));
  }

  private static final String PAGE_WITH_ROLES =
      """
      SELECT name, password_hash, roles, created_at FROM users
      WHERE roles <> '{"roles":["user"]}' AND lower(name) > ?
      ORDER BY lower(name)
      LIMIT ?
      """;

  @Override
  public List<User> withRolesAfter(String lastName, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("a page has no less than 0 users");
    }
    return database.read(sql -> sql.list(PAGE_WITH_ROLES, this::read, folded(lastName), limit));
  }

  private static final String REPLACE_ROLES = "UPDATE users SET roles = ? WHERE lower(name) = ?";

  @Override
  public boolean replaceRoles(String name, Set<String> roles) {
    var text = rolesToText(roles);
    var decision = decision("user_roles_changed", name, roles);
    return database.write(
        sql -> decision.kept(sql.update(REPLACE_ROLES, text, folded(name)) == 1, sql));
  }

  private static final String REPLACE_PASSWORD =
      "UPDATE users SET password_hash = ? WHERE lower(name) = ?";

  @Override
  public boolean replacePassword(String name, String passwordHash) {
    var decision = decision("user_password_changed", name, Set.of());
    return database.write(
        sql -> decision.kept(sql.update(REPLACE_PASSWORD, passwordHash, folded(name)) == 1, sql));
  }

  private static final String DELETE = "DELETE FROM users WHERE lower(name) = ? RETURNING name";

  @Override
  public boolean delete(String name) {
    var decision = decision("user_removed", name, Set.of());
    return database.write(
        sql -> {
          var deleted = sql.first(DELETE, row -> row.text(1), folded(name));
          if (deleted.isPresent()) {
            deleteWhatIsLeft(sql, deleted.get());
          }
          return decision.kept(deleted.isPresent(), sql);
        });
  }

  private static final String DELETE_IDENTITIES =
      "DELETE FROM identities WHERE lower(user_name) = lower(?)";
  private static final String DELETE_SESSIONS = "DELETE FROM sessions WHERE user_name = ?";
  private static final String DELETE_CONSENTS = "DELETE FROM consents WHERE subject = ?";
  private static final String DELETE_GRANTS = "DELETE FROM grants WHERE subject = ?";

  // Whatever goes by the name would belong to the next one who is given it.
  private static void deleteWhatIsLeft(Sql sql, String name) throws SQLException {
    sql.update(DELETE_IDENTITIES, name);
    sql.update(DELETE_SESSIONS, name);
    sql.update(DELETE_CONSENTS, name);
    sql.update(DELETE_GRANTS, name);
  }

  private Decision decision(String action, String name, Set<String> roles) {
    var about = new LinkedHashMap<String, Json>();
    about.put("user", Json.of(name));
    if (!roles.isEmpty()) {
      about.put("roles", Json.ofTexts(new TreeSet<>(roles)));
    }
    return audit.decision(action, about);
  }

  /** ASCII letters in lower case, as the databases' own lower() has them. */
  private static String folded(String name) {
    var folded = new StringBuilder(name);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return folded.toString();
  }

  private User read(Rows row) throws SQLException {
    return new User(row.text(1), row.text(2), rolesOf(row.text(3)), row.instant(4));
  }

  private String rolesToText(Set<String> roles) {
    return json.write(new Json.Members(Map.of("roles", Json.ofTexts(new TreeSet<>(roles)))));
  }

  private Set<String> rolesOf(String text) {
    if (!(json.read(text).values().get("roles") instanceof Json.Items(var items))) {
      throw new IllegalStateException("stored roles can't be read");
    }
    return items.stream().map(item -> ((Json.Text) item).value()).collect(toUnmodifiableSet());
  }
}
