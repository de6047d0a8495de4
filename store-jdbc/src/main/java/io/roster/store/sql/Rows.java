package io.roster.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The rows a query found, one at a time; columns count from 1. */
public final class Rows {
  /** Makes one value of the row it is shown. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Rows row) throws SQLException;
  }

  private final ResultSet results;

  Rows(ResultSet results) {
    this.results = results;
  }

  /** Goes on to the next row, at first to the first one; false when there is none. */
  public boolean next() throws SQLException {
    return results.next();
  }

  public String text(int column) throws SQLException {
    return results.getString(column);
  }

  public Optional<String> optionalText(int column) throws SQLException {
    return Optional.ofNullable(results.getString(column));
  }

  /** A condition's value, whatever the database takes for one. */
  public boolean flag(int column) throws SQLException {
    return results.getBoolean(column);
  }

  public long whole(int column) throws SQLException {
    return results.getLong(column);
  }

  public Optional<Long> optionalWhole(int column) throws SQLException {
    long whole = results.getLong(column);
    return results.wasNull() ? Optional.empty() : Optional.of(whole);
  }

  public Instant instant(int column) throws SQLException {
    return Instant.ofEpochMilli(results.getLong(column));
  }

  public Optional<Instant> optionalInstant(int column) throws SQLException {
    long millis = results.getLong(column);
    return results.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
