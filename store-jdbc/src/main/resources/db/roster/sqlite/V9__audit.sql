-- Every decision on a client, in the order in which they were committed. Never changed.
CREATE TABLE audit (
  row_id       INTEGER PRIMARY KEY,
  at           INTEGER NOT NULL,
  action       TEXT    NOT NULL,
  client_id    TEXT,
  actor        TEXT    NOT NULL,
  address      TEXT,
  door         TEXT    NOT NULL,
  request_id   TEXT,
  rules        TEXT,
  state_before TEXT,
  state_after  TEXT,
  digest       TEXT    NOT NULL
);
CREATE INDEX audit_by_client ON audit (client_id, row_id);
-- Nearly all are registrations by clients, and cost nothing here.
CREATE INDEX audit_by_actor ON audit (actor, row_id) WHERE actor <> 'client';
CREATE INDEX audit_by_action ON audit (action, row_id) WHERE action <> 'registered';

-- The chain: each seal names the one before it and all entries since that one's last.
CREATE TABLE audit_seals (
  row_id    INTEGER PRIMARY KEY,
  first_row INTEGER NOT NULL,
  last_row  INTEGER NOT NULL,
  entries   INTEGER NOT NULL,
  from_at   INTEGER NOT NULL,
  to_at     INTEGER NOT NULL,
  sealed_at INTEGER NOT NULL,
  previous  TEXT    NOT NULL,
  hash      TEXT    NOT NULL,
  signature TEXT
);
CREATE INDEX audit_seals_by_from_at ON audit_seals (from_at);
CREATE INDEX audit_seals_by_to_at ON audit_seals (to_at);
CREATE INDEX audit_seals_by_sealed_at ON audit_seals (sealed_at);

-- What is still to be told to whom, and what could not be told.
CREATE TABLE webhook_deliveries (
  row_id     INTEGER PRIMARY KEY,
  webhook    TEXT    NOT NULL,
  entry      INTEGER NOT NULL,
  status     TEXT    NOT NULL,
  attempts   INTEGER NOT NULL,
  next_at    INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  problem    TEXT
);
CREATE UNIQUE INDEX webhook_deliveries_by_entry ON webhook_deliveries (webhook, entry);
CREATE INDEX webhook_deliveries_by_next_at ON webhook_deliveries (status, webhook, next_at);

-- Up to which entry each webhook was fed.
CREATE TABLE webhook_cursors (
  row_id  INTEGER PRIMARY KEY,
  webhook TEXT    NOT NULL,
  entry   INTEGER NOT NULL
);
CREATE UNIQUE INDEX webhook_cursors_by_webhook ON webhook_cursors (webhook);

PRAGMA user_version = 9;
