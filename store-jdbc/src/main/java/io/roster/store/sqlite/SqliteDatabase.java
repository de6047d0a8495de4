package io.roster.store.sqlite;

import io.roster.core.store.StoreUnavailableException;
import io.roster.store.sql.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Opens SQLite files: a few connections read from one, one writes to it for all. */
public final class SqliteDatabase {
  private SqliteDatabase() {}

  /** Opens the file, which is created for the owner alone when there is none. */
  public static Database open(Path file) {
    return open(file, SqliteSettings.standard());
  }

  /**
   * Opens the file within these limits; throws StoreUnavailableException when it can't be opened,
   * and IllegalStateException when its tables are none that this build can work with.
   */
  public static Database open(Path file, SqliteSettings settings) {
    var path = file.toAbsolutePath();
    try {
      DatabaseFile.create(path);
      var connections = new Connections(path, settings);
      prepare(connections);
      return Database.serving(connections, settings.limits());
    } catch (IOException | SQLException e) {
      throw new StoreUnavailableException("the database can't be opened: " + path, e);
    }
  }

  /**
   * Copies a file that may be in use, as it is at one moment, into one for the owner alone. The
   * copy is on disk on return; who writes meanwhile doesn't wait.
   */
  public static void copy(Path file, Path copy) {
    var target = copy.toAbsolutePath();
    try {
      DatabaseFile.create(target);
      var sql = new Connections(file.toAbsolutePath(), SqliteSettings.standard()).copying();
      try {
        sql.update("VACUUM INTO ?", target.toString());
      } finally {
        sql.close();
      }
      DatabaseFile.force(target);
    } catch (IOException | SQLException e) {
      throw new StoreUnavailableException("the database can't be copied to " + target, e);
    }
  }

  private static void prepare(Connections connections) throws SQLException {
    var sql = connections.writing();
    try {
      new Schema(connections, sql).prepare();
    } finally {
      sql.close();
    }
  }
}
