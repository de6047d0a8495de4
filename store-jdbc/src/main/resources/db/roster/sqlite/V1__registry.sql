-- Instants are milliseconds since 1970. Identifiers compare byte by byte.

CREATE TABLE properties (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE clients (
  row_id            INTEGER PRIMARY KEY,
  client_id         TEXT    NOT NULL,
  metadata          TEXT    NOT NULL,
  secret_digest     TEXT,
  secret_expires_at INTEGER,
  token_digest      TEXT    NOT NULL,
  token_expires_at  INTEGER,
  issued_at         INTEGER NOT NULL,
  revision          INTEGER NOT NULL
);
CREATE UNIQUE INDEX clients_by_client_id ON clients (client_id);

CREATE TABLE grants (
  row_id     INTEGER PRIMARY KEY,
  grant_id   TEXT    NOT NULL,
  client_id  TEXT    NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
  subject    TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  body       TEXT    NOT NULL,
  revision   INTEGER NOT NULL
);
CREATE UNIQUE INDEX grants_by_grant_id ON grants (grant_id);
CREATE INDEX grants_by_client_id ON grants (client_id);
CREATE INDEX grants_by_expires_at ON grants (expires_at);

CREATE TABLE grant_handles (
  digest    TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  grant_row INTEGER NOT NULL REFERENCES grants (row_id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  PRIMARY KEY (digest, kind)
) WITHOUT ROWID;
CREATE INDEX grant_handles_by_grant ON grant_handles (grant_row, position);

CREATE TABLE users (
  row_id        INTEGER PRIMARY KEY,
  name          TEXT    NOT NULL COLLATE NOCASE,
  password_hash TEXT    NOT NULL,
  roles         TEXT    NOT NULL,
  created_at    INTEGER NOT NULL
);
CREATE UNIQUE INDEX users_by_name ON users (name);

CREATE TABLE signing_keys (
  row_id     INTEGER PRIMARY KEY,
  kid        TEXT    NOT NULL,
  jwk        TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
);
CREATE UNIQUE INDEX signing_keys_by_kid ON signing_keys (kid);
CREATE INDEX signing_keys_by_created_at ON signing_keys (created_at);
CREATE INDEX signing_keys_by_retired_at ON signing_keys (retired_at);

-- The oldest schema a build may have been made for and still work with this one.
INSERT INTO properties (name, value) VALUES ('schema.usable-since', '1');

PRAGMA user_version = 1;
