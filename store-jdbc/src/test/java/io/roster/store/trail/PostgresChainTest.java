package io.roster.store.trail;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;

class PostgresChainTest extends ChainContract {
  @Override
  protected Database emptyDatabase() {
    return Postgres.fresh();
  }
}
