package io.roster.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One connection, used by one thread at a time. Every statement is prepared once and kept, so its
 * text must be a constant. A value is a String, Long, Integer or Instant, or an Optional of one; or
 * a {@link Column} of many.
 */
public final class Sql implements AutoCloseable {
  private static final int MOST_STATEMENTS = 100;
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  public Sql(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Which database this is, for the few statements that can't be the same on all. */
  public Dialect dialect() {
    return dialect;
  }

  /** For what only one kind of database can be told. */
  public Connection connection() {
    return connection;
  }

  /** Lets nobody else with this name go on, on any node, until the transaction has ended. */
  public void alone(String name) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      first(LOCK, row -> true, name);
    }
    // SQLite has one writer at a time, whatever it writes.
  }

  /** Runs a statement that changes rows; returns how many it changed. */
  public int update(String text, Object... values) throws SQLException {
    return bound(text, values).executeUpdate();
  }

  /** Runs a query and makes one value of all its rows. */
  public <T> T query(String text, Rows.Reader<T> reader, Object... values) throws SQLException {
    try (var results = bound(text, values).executeQuery()) {
      return reader.read(new Rows(results));
    }
  }

  /** Returns the first row of a query, if it has one. */
  public <T> Optional<T> first(String text, Rows.Reader<T> reader, Object... values)
      throws SQLException {
    return query(
        text, rows -> rows.next() ? Optional.of(reader.read(rows)) : Optional.empty(), values);
  }

  /** Returns all rows of a query, which has to limit them. */
  public <T> List<T> list(String text, Rows.Reader<T> reader, Object... values)
      throws SQLException {
    return query(
        text,
        rows -> {
          var found = new ArrayList<T>();
          while (rows.next()) {
            found.add(reader.read(rows));
          }
          return List.copyOf(found);
        },
        values);
  }

  /** Runs a statement that returns nothing, as those around a transaction do. */
  public void run(String text) throws SQLException {
    prepare(text).execute();
  }

  /** Closes the connection and with it every statement. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement bound(String text, Object... values) throws SQLException {
    var statement = prepare(text);
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private PreparedStatement prepare(String text) throws SQLException {
    var known = prepared.get(text);
    if (known != null) {
      return known;
    }
    if (prepared.size() == MOST_STATEMENTS) {
      throw new IllegalStateException("the text of a statement has to be a constant");
    }
    var statement = connection.prepareStatement(text);
    prepared.put(text, statement);
    return statement;
  }

  private void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    switch (value) {
      case String text -> statement.setString(index, text);
      case Long whole -> statement.setLong(index, whole);
      case Integer whole -> statement.setLong(index, whole);
      case Instant instant -> statement.setLong(index, instant.toEpochMilli());
      case Optional<?> optional when optional.isPresent() ->
          bind(statement, index, optional.orElseThrow());
      case Optional<?> absent -> statement.setObject(index, null);
      case Column column ->
          statement.setArray(
              index, connection.createArrayOf(column.type(), column.values().toArray()));
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }
}
