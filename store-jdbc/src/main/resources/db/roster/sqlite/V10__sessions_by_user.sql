-- Who is removed is signed out everywhere.
CREATE INDEX sessions_by_user_name ON sessions (user_name);

PRAGMA user_version = 10;
