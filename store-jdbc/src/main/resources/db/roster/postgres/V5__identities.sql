-- Who our users are at identity providers elsewhere.
CREATE TABLE identities (
  row_id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  issuer     TEXT COLLATE "C" NOT NULL,
  subject    TEXT COLLATE "C" NOT NULL,
  user_name  TEXT COLLATE "C" NOT NULL,
  label      TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  used_at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX identities_by_subject ON identities (issuer, subject);
CREATE INDEX identities_by_folded_user_name ON identities (lower(user_name));

UPDATE properties SET value = '5' WHERE name = 'schema.version';
