package io.roster.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.store.sql.Sql;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLimitTest {
  private static final long LONGEST = 100_000;
  private static final SqliteSettings SETTINGS = SqliteSettings.standard();

  @Test
  void aLongLogIsEmptiedAsSoonAsReadersLetIt(@TempDir Path directory) throws Exception {
    var file = directory.resolve("roster.db");
    var log = directory.resolve("roster.db-wal").toFile();
    SqliteDatabase.open(file).close();
    var writing = new Connections(file, SETTINGS).writing();
    var limit = new LogLimit(file, LONGEST, SETTINGS);
    try (var reader = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = reader.createStatement()) {
      statement.execute("BEGIN");
      statement.executeQuery("SELECT * FROM properties").close();
      write(1, writing);

      limit.enforce(writing);
      long whileRead = log.length();
      statement.execute("COMMIT");
      write(2, writing);
      limit.enforce(writing);

      assertThat(whileRead).isGreaterThan(LONGEST);
      assertThat(log).isEmpty();
    } finally {
      writing.close();
    }
  }

  private static void write(int number, Sql sql) throws SQLException {
    Notes.insert(number, "x".repeat((int) LONGEST)).run(sql);
  }
}
