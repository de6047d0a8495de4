-- Every decision on a client. Never changed.
CREATE SEQUENCE audit_rows;
CREATE TABLE audit (
  -- A transaction gets its number before its rows get theirs: so it is known which rows may still
  -- come when others are sealed.
  row_id       BIGINT PRIMARY KEY
    DEFAULT (CASE WHEN pg_current_xact_id() IS NOT NULL THEN nextval('audit_rows') END),
  at           BIGINT NOT NULL,
  action       TEXT COLLATE "C" NOT NULL,
  client_id    TEXT COLLATE "C",
  actor        TEXT COLLATE "C" NOT NULL,
  address      TEXT,
  door         TEXT NOT NULL,
  request_id   TEXT,
  rules        TEXT,
  state_before TEXT,
  state_after  TEXT,
  digest       TEXT NOT NULL
);
CREATE INDEX audit_by_client ON audit (client_id, row_id);
-- Nearly all are registrations by clients, and cost nothing here.
CREATE INDEX audit_by_actor ON audit (actor, row_id) WHERE actor <> 'client';
CREATE INDEX audit_by_action ON audit (action, row_id) WHERE action <> 'registered';

-- The chain: each seal names the one before it and all entries since that one's last.
CREATE TABLE audit_seals (
  row_id    BIGINT PRIMARY KEY,
  first_row BIGINT NOT NULL,
  last_row  BIGINT NOT NULL,
  entries   BIGINT NOT NULL,
  from_at   BIGINT NOT NULL,
  to_at     BIGINT NOT NULL,
  sealed_at BIGINT NOT NULL,
  previous  TEXT NOT NULL,
  hash      TEXT NOT NULL,
  signature TEXT
);
CREATE INDEX audit_seals_by_from_at ON audit_seals (from_at);
CREATE INDEX audit_seals_by_to_at ON audit_seals (to_at);
CREATE INDEX audit_seals_by_sealed_at ON audit_seals (sealed_at);

-- What is still to be told to whom, and what could not be told.
CREATE TABLE webhook_deliveries (
  row_id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  webhook    TEXT COLLATE "C" NOT NULL,
  entry      BIGINT NOT NULL,
  status     TEXT COLLATE "C" NOT NULL,
  attempts   BIGINT NOT NULL,
  next_at    BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  problem    TEXT
);
CREATE UNIQUE INDEX webhook_deliveries_by_entry ON webhook_deliveries (webhook, entry);
CREATE INDEX webhook_deliveries_by_next_at ON webhook_deliveries (status, webhook, next_at);

-- Up to which entry each webhook was fed.
CREATE TABLE webhook_cursors (
  row_id  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  webhook TEXT COLLATE "C" NOT NULL,
  entry   BIGINT NOT NULL
);
CREATE UNIQUE INDEX webhook_cursors_by_webhook ON webhook_cursors (webhook);

UPDATE properties SET value = '8' WHERE name = 'schema.version';
