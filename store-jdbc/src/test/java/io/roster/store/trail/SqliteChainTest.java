package io.roster.store.trail;

import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteChainTest extends ChainContract {
  @TempDir private Path directory;

  @Override
  protected Database emptyDatabase() {
    return SqliteDatabase.open(directory.resolve("roster.db"));
  }
}
