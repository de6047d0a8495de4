package io.roster.store.client;

import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;

class PostgresClientFiguresTest extends ClientFiguresContract {

  @Override
  Database fresh() {
    return Postgres.fresh();
  }
}
