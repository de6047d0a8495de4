-- Instants are milliseconds since 1970. Identifiers compare byte by byte.

CREATE TABLE properties (
  name  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE clients (
  row_id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  client_id         TEXT COLLATE "C" NOT NULL,
  metadata          TEXT   NOT NULL,
  secret_digest     TEXT,
  secret_expires_at BIGINT,
  token_digest      TEXT   NOT NULL,
  token_expires_at  BIGINT,
  issued_at         BIGINT NOT NULL,
  revision          BIGINT NOT NULL,
  tier              TEXT   NOT NULL,
  initial_token     TEXT,
  statement_issuer  TEXT,
  state             TEXT COLLATE "C" NOT NULL,
  fingerprint       TEXT COLLATE "C"
);
CREATE UNIQUE INDEX clients_by_client_id ON clients (client_id);
CREATE UNIQUE INDEX clients_by_fingerprint ON clients (fingerprint) WHERE fingerprint IS NOT NULL;
CREATE INDEX clients_by_state ON clients (state, client_id) WHERE state <> 'active';

CREATE TABLE initial_tokens (
  row_id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  token_id   TEXT COLLATE "C" NOT NULL,
  digest     TEXT COLLATE "C" NOT NULL,
  tier       TEXT   NOT NULL,
  uses       BIGINT NOT NULL,
  used       BIGINT NOT NULL,
  expires_at BIGINT,
  fixed      TEXT   NOT NULL,
  note       TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  revoked_at BIGINT
);
CREATE UNIQUE INDEX initial_tokens_by_token_id ON initial_tokens (token_id);
CREATE UNIQUE INDEX initial_tokens_by_digest ON initial_tokens (digest);

CREATE TABLE grants (
  row_id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  grant_id   TEXT COLLATE "C" NOT NULL,
  client_id  TEXT COLLATE "C" NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
  subject    TEXT   NOT NULL,
  expires_at BIGINT NOT NULL,
  body       TEXT   NOT NULL,
  revision   BIGINT NOT NULL
);
CREATE UNIQUE INDEX grants_by_grant_id ON grants (grant_id);
CREATE INDEX grants_by_client_id ON grants (client_id);
CREATE INDEX grants_by_expires_at ON grants (expires_at);

CREATE TABLE grant_handles (
  digest    TEXT COLLATE "C" NOT NULL,
  kind      TEXT COLLATE "C" NOT NULL,
  grant_row BIGINT NOT NULL REFERENCES grants (row_id) ON DELETE CASCADE,
  position  BIGINT NOT NULL,
  PRIMARY KEY (digest, kind)
);
CREATE INDEX grant_handles_by_grant ON grant_handles (grant_row, position);

CREATE TABLE users (
  row_id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name          TEXT COLLATE "C" NOT NULL,
  password_hash TEXT   NOT NULL,
  roles         TEXT   NOT NULL,
  created_at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX users_by_folded_name ON users (lower(name));

CREATE TABLE signing_keys (
  row_id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kid        TEXT COLLATE "C" NOT NULL,
  jwk        TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  retired_at BIGINT
);
CREATE UNIQUE INDEX signing_keys_by_kid ON signing_keys (kid);
CREATE INDEX signing_keys_by_created_at ON signing_keys (created_at);
CREATE INDEX signing_keys_by_retired_at ON signing_keys (retired_at);

-- Counting a tier's clients must not mean reading them all. Each connection counts in a row of its
-- own as far as there are enough, because who changes a row keeps others from it until the commit.
CREATE TABLE tier_counts (
  tier    TEXT COLLATE "C" NOT NULL,
  share   INTEGER NOT NULL,
  clients BIGINT  NOT NULL,
  PRIMARY KEY (tier, share)
) WITH (fillfactor = 50);
INSERT INTO tier_counts (tier, share, clients)
SELECT tier, share, 0
FROM unnest(ARRAY['open', 'token', 'statement', 'administrator']) AS tier,
  generate_series(0, 31) AS share;

CREATE FUNCTION count_clients(changed_tier TEXT, difference BIGINT) RETURNS void
LANGUAGE sql AS $$
  UPDATE tier_counts SET clients = clients + difference
  WHERE tier = changed_tier AND share = pg_backend_pid() % 32
$$;

CREATE FUNCTION count_clients_in() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_clients(tier, count(*)) FROM new_rows GROUP BY tier ORDER BY tier;
  RETURN NULL;
END
$$;
CREATE FUNCTION count_clients_out() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_clients(tier, -count(*)) FROM old_rows GROUP BY tier ORDER BY tier;
  RETURN NULL;
END
$$;
CREATE FUNCTION count_client_over() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_clients(OLD.tier, -1);
  PERFORM count_clients(NEW.tier, 1);
  RETURN NULL;
END
$$;
CREATE TRIGGER clients_counted_in AFTER INSERT ON clients
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_clients_in();
CREATE TRIGGER clients_counted_out AFTER DELETE ON clients
  REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_clients_out();
CREATE TRIGGER clients_counted_over AFTER UPDATE OF tier ON clients
  FOR EACH ROW WHEN (NEW.tier <> OLD.tier) EXECUTE FUNCTION count_client_over();

-- The newest schema there is, and the oldest a build may have been made for and still work with it.
INSERT INTO properties (name, value) VALUES ('schema.version', '1'), ('schema.usable-since', '1');
