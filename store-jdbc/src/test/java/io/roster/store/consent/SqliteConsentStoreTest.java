package io.roster.store.consent;

import io.roster.http.JacksonJson;
import io.roster.store.client.JdbcClientStore;
import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import io.roster.testkit.ConsentStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteConsentStoreTest extends ConsentStoreContract {
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
  protected Stores emptyStores() {
    return new Stores(
        new JdbcClientStore(database, new JacksonJson()), new JdbcConsentStore(database));
  }
}
