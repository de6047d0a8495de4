package io.roster.store.webhook;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;

class PostgresOutboxTest extends OutboxContract {
  @Override
  protected Database emptyDatabase() {
    return Postgres.fresh();
  }
}
