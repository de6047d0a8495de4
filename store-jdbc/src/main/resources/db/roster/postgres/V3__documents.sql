-- Clients that are known by a document they publish.
INSERT INTO tier_counts (tier, share, clients)
SELECT 'document', share, 0 FROM generate_series(0, 31) AS share;

-- How far a client agrees with its document, and what was wrong with it when it was last asked for.
CREATE TABLE documents (
  row_id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  client_id  TEXT COLLATE "C" NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
  fetched_at BIGINT NOT NULL,
  stale_at   BIGINT NOT NULL,
  failed_at  BIGINT,
  failure    TEXT
);
CREATE UNIQUE INDEX documents_by_client_id ON documents (client_id);

-- What a client was made of, a few times back.
CREATE TABLE document_versions (
  row_id    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  client_id TEXT COLLATE "C" NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
  revision  BIGINT NOT NULL,
  seen_at   BIGINT NOT NULL,
  changed   TEXT   NOT NULL,
  metadata  TEXT   NOT NULL
);
CREATE UNIQUE INDEX document_versions_by_revision ON document_versions (client_id, revision);

UPDATE properties SET value = '3' WHERE name = 'schema.version';
