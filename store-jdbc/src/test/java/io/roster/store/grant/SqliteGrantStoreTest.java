package io.roster.store.grant;

import io.roster.http.JacksonJson;
import io.roster.store.client.SqliteClientStore;
import io.roster.store.sqlite.SqliteDatabase;
import io.roster.testkit.GrantStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteGrantStoreTest extends GrantStoreContract {
  private SqliteDatabase database;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = SqliteDatabase.open(directory.resolve("roster.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected Stores emptyStores() {
    return new Stores(
        new SqliteClientStore(database, new JacksonJson()), new SqliteGrantStore(database));
  }
}
