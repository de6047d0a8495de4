package io.roster.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  private Path file;

  @BeforeEach
  void choose(@TempDir Path directory) {
    file = directory.resolve("roster.db");
  }

  @Test
  void theMigrationsEndAtTheVersionThisBuildKnows() throws Exception {
    SqliteDatabase.open(file).close();

    assertThat(number("PRAGMA user_version")).isEqualTo(Schema.NEWEST);
  }

  @Test
  void aFileThatIsUpToDateIsNotMigratedAgain() throws Exception {
    SqliteDatabase.open(file).close();
    execute("DROP TABLE flyway_schema_history");

    SqliteDatabase.open(file).close();

    assertThat(number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'flyway%'")).isZero();
  }

  @Test
  void aNewerSchemaThatThisBuildCanUseIsOpened() throws Exception {
    SqliteDatabase.open(file).close();
    execute("PRAGMA user_version = 99");

    try (var database = SqliteDatabase.open(file)) {
      assertThat(database.write(Notes.insert(1))).isEqualTo(1);
    }
  }

  @Test
  void aNewerSchemaThatThisBuildCannotUseIsRefused() throws Exception {
    SqliteDatabase.open(file).close();
    execute("PRAGMA user_version = 99");
    execute("UPDATE properties SET value = '99' WHERE name = 'schema.usable-since'");

    assertThatThrownBy(() -> SqliteDatabase.open(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("use a newer Roster");
  }

  @Test
  void theTablesOfAnotherProgramAreRefused() throws Exception {
    execute("CREATE TABLE clients (name TEXT)");

    assertThatThrownBy(() -> SqliteDatabase.open(file)).isInstanceOf(IllegalStateException.class);

    assertThat(number("SELECT count(*) FROM sqlite_schema")).isEqualTo(1);
  }

  @Test
  void severalMayCreateTheFileAtTheSameTime() throws Exception {
    Callable<Integer> openAndWrite =
        () -> {
          try (var database = SqliteDatabase.open(file)) {
            return database.write(Notes.insert((int) Thread.currentThread().threadId()));
          }
        };

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(Collections.nCopies(6, openAndWrite));

      assertThat(results).extracting(result -> result.get()).containsOnly(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String query) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var results = statement.executeQuery(query)) {
      return results.getLong(1);
    }
  }
}
