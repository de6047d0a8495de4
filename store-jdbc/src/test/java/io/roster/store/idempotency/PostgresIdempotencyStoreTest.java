package io.roster.store.idempotency;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;

class PostgresIdempotencyStoreTest extends IdempotencyStoreContract {
  @Override
  protected Database emptyDatabase() {
    return Postgres.fresh();
  }
}
