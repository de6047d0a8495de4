package io.roster.store.account;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;

class PostgresApiTokenStoreTest extends ApiTokenStoreContract {
  @Override
  protected Database emptyDatabase() {
    return Postgres.fresh();
  }
}
