-- What people allowed which client where, and what they saw of it.
CREATE TABLE consents (
  row_id     INTEGER PRIMARY KEY,
  client_id  TEXT    NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
  subject    TEXT    NOT NULL,
  resource   TEXT    NOT NULL,
  scope      TEXT    NOT NULL,
  seen       TEXT    NOT NULL,
  given_at   INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revision   INTEGER NOT NULL
);
CREATE UNIQUE INDEX consents_by_client ON consents (client_id, subject, resource);
CREATE INDEX consents_by_subject ON consents (subject, client_id, resource);
CREATE INDEX consents_by_expires_at ON consents (expires_at);

CREATE INDEX grants_by_subject ON grants (subject, client_id, grant_id);

PRAGMA user_version = 8;
