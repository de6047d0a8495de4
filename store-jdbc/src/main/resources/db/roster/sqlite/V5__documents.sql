-- Clients that are known by a document they publish.
INSERT INTO tier_counts (tier, clients) VALUES ('document', 0);

-- How far a client agrees with its document, and what was wrong with it when it was last asked for.
CREATE TABLE documents (
  row_id     INTEGER PRIMARY KEY,
  client_id  TEXT    NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
  fetched_at INTEGER NOT NULL,
  stale_at   INTEGER NOT NULL,
  failed_at  INTEGER,
  failure    TEXT
);
CREATE UNIQUE INDEX documents_by_client_id ON documents (client_id);

-- What a client was made of, a few times back.
CREATE TABLE document_versions (
  row_id    INTEGER PRIMARY KEY,
  client_id TEXT    NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
  revision  INTEGER NOT NULL,
  seen_at   INTEGER NOT NULL,
  changed   TEXT    NOT NULL,
  metadata  TEXT    NOT NULL
);
CREATE UNIQUE INDEX document_versions_by_revision ON document_versions (client_id, revision);

PRAGMA user_version = 5;
