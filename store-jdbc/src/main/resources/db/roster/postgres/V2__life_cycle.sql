-- When a client was last used, and what it may still present after its credentials changed.
ALTER TABLE clients ADD COLUMN last_used_at               BIGINT;
ALTER TABLE clients ADD COLUMN previous_secret_digest     TEXT;
ALTER TABLE clients ADD COLUMN previous_secret_expires_at BIGINT;
ALTER TABLE clients ADD COLUMN previous_token_digest      TEXT;
ALTER TABLE clients ADD COLUMN previous_token_expires_at  BIGINT;

-- The two clocks, each in the order in which it runs out.
CREATE INDEX clients_never_used ON clients (tier, issued_at, client_id)
WHERE last_used_at IS NULL;
CREATE INDEX clients_by_last_use ON clients (tier, last_used_at, client_id)
WHERE last_used_at IS NOT NULL;

-- What is left of a client that has gone.
CREATE TABLE tombstones (
  row_id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  client_id        TEXT COLLATE "C" NOT NULL,
  ending           TEXT COLLATE "C" NOT NULL,
  ended_at         BIGINT NOT NULL,
  issued_at        BIGINT NOT NULL,
  last_used_at     BIGINT,
  metadata         TEXT NOT NULL,
  tier             TEXT COLLATE "C" NOT NULL,
  initial_token    TEXT,
  statement_issuer TEXT,
  state            TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX tombstones_by_client_id ON tombstones (client_id);
CREATE INDEX tombstones_by_ended_at ON tombstones (ended_at);

-- Who does what only one node may do at a time.
CREATE TABLE leases (
  name   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  until  BIGINT NOT NULL
);

-- The nodes that serve this database, as far as they still say so.
CREATE TABLE nodes (
  node    TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  seen_at BIGINT NOT NULL
);

-- Client assertions that must not come a second time.
CREATE TABLE used_assertions (
  digest     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  expires_at BIGINT NOT NULL
);
CREATE INDEX used_assertions_by_expires_at ON used_assertions (expires_at);

-- People who are signed in.
CREATE TABLE sessions (
  digest     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  user_name  TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at    BIGINT NOT NULL
);
CREATE INDEX sessions_by_used_at ON sessions (used_at);

UPDATE properties SET value = '2' WHERE name = 'schema.version';
