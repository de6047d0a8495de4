package io.roster.store.client;

import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteClientFiguresTest extends ClientFiguresContract {
  @TempDir private Path directory;

  @Override
  Database fresh() {
    return SqliteDatabase.open(directory.resolve("roster.db"));
  }
}
