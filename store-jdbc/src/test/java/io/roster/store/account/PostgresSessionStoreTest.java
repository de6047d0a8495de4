package io.roster.store.account;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;

class PostgresSessionStoreTest extends SessionStoreContract {
  @Override
  protected Database emptyDatabase() {
    return Postgres.fresh();
  }
}
