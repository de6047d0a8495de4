package io.roster.store.client;

import io.roster.core.store.ClientStore;
import io.roster.http.JacksonJson;
import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import io.roster.testkit.ReviewStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteReviewStoreTest extends ReviewStoreContract {
  private Database database;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = SqliteDatabase.open(directory.resolve("roster.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected ClientStore emptyStore() {
    return new JdbcClientStore(database, new JacksonJson());
  }
}
