package io.roster.store.trail;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;

class PostgresAuditTest extends AuditContract {
  @Override
  protected Database emptyDatabase() {
    return Postgres.fresh();
  }
}
