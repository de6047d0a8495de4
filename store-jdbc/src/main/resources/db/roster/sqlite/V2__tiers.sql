-- How a client came, and whether it may be used. What is there already registered itself.
ALTER TABLE clients ADD COLUMN tier             TEXT NOT NULL DEFAULT 'open';
ALTER TABLE clients ADD COLUMN initial_token    TEXT;
ALTER TABLE clients ADD COLUMN statement_issuer TEXT;
ALTER TABLE clients ADD COLUMN state            TEXT NOT NULL DEFAULT 'active';
ALTER TABLE clients ADD COLUMN fingerprint      TEXT;

CREATE UNIQUE INDEX clients_by_fingerprint ON clients (fingerprint) WHERE fingerprint IS NOT NULL;
CREATE INDEX clients_by_state ON clients (state, client_id) WHERE state <> 'active';

CREATE TABLE initial_tokens (
  row_id     INTEGER PRIMARY KEY,
  token_id   TEXT    NOT NULL,
  digest     TEXT    NOT NULL,
  tier       TEXT    NOT NULL,
  uses       INTEGER NOT NULL,
  used       INTEGER NOT NULL,
  expires_at INTEGER,
  fixed      TEXT    NOT NULL,
  note       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
);
CREATE UNIQUE INDEX initial_tokens_by_token_id ON initial_tokens (token_id);
CREATE UNIQUE INDEX initial_tokens_by_digest ON initial_tokens (digest);

-- Counting a tier's clients must not mean reading them all.
CREATE TABLE tier_counts (
  tier    TEXT    NOT NULL PRIMARY KEY,
  clients INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO tier_counts (tier, clients)
VALUES ('open', (SELECT count(*) FROM clients)), ('token', 0), ('statement', 0),
  ('administrator', 0);

CREATE TRIGGER clients_counted_in AFTER INSERT ON clients
BEGIN
  UPDATE tier_counts SET clients = clients + 1 WHERE tier = NEW.tier;
END;
CREATE TRIGGER clients_counted_out AFTER DELETE ON clients
BEGIN
  UPDATE tier_counts SET clients = clients - 1 WHERE tier = OLD.tier;
END;
CREATE TRIGGER clients_counted_over AFTER UPDATE OF tier ON clients WHEN NEW.tier <> OLD.tier
BEGIN
  UPDATE tier_counts SET clients = clients - 1 WHERE tier = OLD.tier;
  UPDATE tier_counts SET clients = clients + 1 WHERE tier = NEW.tier;
END;

-- An older build would let clients in that wait for an approval.
UPDATE properties SET value = '2' WHERE name = 'schema.usable-since';

PRAGMA user_version = 2;
