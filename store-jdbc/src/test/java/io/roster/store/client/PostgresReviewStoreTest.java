package io.roster.store.client;

import io.roster.core.store.ClientStore;
import io.roster.http.JacksonJson;
import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;
import io.roster.testkit.ReviewStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresReviewStoreTest extends ReviewStoreContract {
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
  protected ClientStore emptyStore() {
    return new JdbcClientStore(database, new JacksonJson());
  }
}
