-- The tokens of administrators' programs; only a digest of each is kept.
CREATE TABLE api_tokens (
  row_id     INTEGER PRIMARY KEY,
  token_id   TEXT    NOT NULL,
  digest     TEXT    NOT NULL,
  role       TEXT    NOT NULL,
  owner      TEXT    NOT NULL,
  note       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
);
CREATE UNIQUE INDEX api_tokens_by_token_id ON api_tokens (token_id);
CREATE UNIQUE INDEX api_tokens_by_digest ON api_tokens (digest);
CREATE INDEX api_tokens_by_owner ON api_tokens (lower(owner)) WHERE revoked_at IS NULL;

-- Who may administer must be found without reading everybody who may sign in.
CREATE INDEX users_with_roles ON users (lower(name)) WHERE roles <> '{"roles":["user"]}';

-- Creations that must not happen twice, and what they were answered with, sealed.
CREATE TABLE idempotency_keys (
  digest     TEXT    NOT NULL PRIMARY KEY,
  request    TEXT    NOT NULL,
  reply      TEXT,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_expires_at ON idempotency_keys (expires_at);

PRAGMA user_version = 6;
