-- The names of users are compared in lower case, as on every other database.
CREATE UNIQUE INDEX users_by_folded_name ON users (lower(name));

PRAGMA user_version = 3;
