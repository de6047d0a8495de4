package io.roster.store.key;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;

class PostgresSigningKeyStoreTest extends SigningKeyStoreContract {
  @Override
  protected Database emptyDatabase() {
    return Postgres.fresh();
  }
}
