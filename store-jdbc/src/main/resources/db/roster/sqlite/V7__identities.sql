-- Who our users are at identity providers elsewhere.
CREATE TABLE identities (
  row_id     INTEGER PRIMARY KEY,
  issuer     TEXT    NOT NULL,
  subject    TEXT    NOT NULL,
  user_name  TEXT    NOT NULL,
  label      TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  used_at    INTEGER NOT NULL
);
CREATE UNIQUE INDEX identities_by_subject ON identities (issuer, subject);
CREATE INDEX identities_by_folded_user_name ON identities (lower(user_name));

PRAGMA user_version = 7;
