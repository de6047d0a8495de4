package io.roster.store.client;

import io.roster.http.JacksonJson;
import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;
import io.roster.testkit.DocumentStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresDocumentStoreTest extends DocumentStoreContract {
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
    var json = new JacksonJson();
    return new Stores(new JdbcClientStore(database, json), new JdbcDocumentStore(database, json));
  }
}
