-- What administrators have to decide and have decided: about what, when, and in which words.
ALTER TABLE clients ADD COLUMN review_of     TEXT;
ALTER TABLE clients ADD COLUMN reviewed_at   INTEGER;
ALTER TABLE clients ADD COLUMN review_reason TEXT;

-- Clients that nobody has to decide on are nearly all, and cost nothing here.
CREATE INDEX clients_by_review ON clients (review_of, state, reviewed_at, client_id)
WHERE review_of IS NOT NULL;

PRAGMA user_version = 11;
