package io.roster.store.consent;

import io.roster.http.JacksonJson;
import io.roster.store.client.JdbcClientStore;
import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;
import io.roster.testkit.ConsentStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresConsentStoreTest extends ConsentStoreContract {
  private Database database;

  @BeforeEach
  void open() {
    database = Postgres.fresh();
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
