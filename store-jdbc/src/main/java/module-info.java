/**
 * Where clients, grants, users and signing keys are kept: an SQLite file or PostgreSQL, in plain
 * SQL.
 */
@org.jspecify.annotations.NullMarked
// The compiler doesn't see packages that hold only resources; Flyway has to.
@SuppressWarnings("opens")
module io.roster.store {
  requires flyway.core;
  requires transitive io.roster.core;
  requires transitive java.sql;
  requires org.postgresql.jdbc;
  requires org.xerial.sqlitejdbc;
  requires static org.checkerframework.checker.qual;
  requires static transitive org.jspecify;

  exports io.roster.store.account;
  exports io.roster.store.assertion;
  exports io.roster.store.audit;
  exports io.roster.store.client;
  exports io.roster.store.consent;
  exports io.roster.store.grant;
  exports io.roster.store.idempotency;
  exports io.roster.store.key;
  exports io.roster.store.node;
  exports io.roster.store.postgres;
  exports io.roster.store.sql;
  exports io.roster.store.sqlite;
  exports io.roster.store.transfer;
  exports io.roster.store.webhook;

  opens db.roster.postgres;
  opens db.roster.sqlite;
}
