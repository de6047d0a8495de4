-- Who is removed is signed out everywhere.
CREATE INDEX sessions_by_user_name ON sessions (user_name);

UPDATE properties SET value = '9' WHERE name = 'schema.version';
