package io.roster.store.account;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;

class PostgresUserStoreTest extends UserStoreContract {
  @Override
  protected Database emptyDatabase() {
    return Postgres.fresh();
  }
}
