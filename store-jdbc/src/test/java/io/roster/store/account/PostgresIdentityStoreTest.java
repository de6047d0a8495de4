package io.roster.store.account;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;

class PostgresIdentityStoreTest extends IdentityStoreContract {
  @Override
  protected Database emptyDatabase() {
    return Postgres.fresh();
  }
}
