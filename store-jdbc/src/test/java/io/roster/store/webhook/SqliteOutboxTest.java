package io.roster.store.webhook;

import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest extends OutboxContract {
  @TempDir private Path directory;

  @Override
  protected Database emptyDatabase() {
    return SqliteDatabase.open(directory.resolve("roster.db"));
  }
}
