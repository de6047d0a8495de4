-- What people allowed which client where, and what they saw of it.
CREATE TABLE consents (
  row_id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  client_id  TEXT COLLATE "C" NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
  subject    TEXT COLLATE "C" NOT NULL,
  resource   TEXT COLLATE "C" NOT NULL,
  scope      TEXT   NOT NULL,
  seen       TEXT   NOT NULL,
  given_at   BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  revision   BIGINT NOT NULL
);
CREATE UNIQUE INDEX consents_by_client ON consents (client_id, subject, resource);
CREATE INDEX consents_by_subject ON consents (subject, client_id, resource);
CREATE INDEX consents_by_expires_at ON consents (expires_at);

CREATE INDEX grants_by_subject ON grants (subject, client_id, grant_id);

UPDATE properties SET value = '6' WHERE name = 'schema.version';
