-- What the search compares with: username, name and address folded by the service, because SQLite lowers ASCII alone.
-- NULL where a version wrote the row that did not know of it; each start fills it in.
ALTER TABLE users ADD COLUMN search_key TEXT NULL;

-- name_key holds the name's UTF-8 bytes, as description_key does. A table of its own, so that tokens of one name, which
-- earlier versions allowed, do not keep this version from starting.
CREATE TABLE admin_token_names (
    name_key BLOB NOT NULL,
    token_id INTEGER NOT NULL,
    CONSTRAINT pk_admin_token_names PRIMARY KEY (name_key),
    CONSTRAINT uq_admin_token_names_token UNIQUE (token_id),
    CONSTRAINT fk_admin_token_names_token FOREIGN KEY (token_id) REFERENCES admin_tokens (id) ON DELETE CASCADE
) STRICT;

-- When admin tokens of the configuration were last used. Neither the tokens nor plain hashes of them are here: in the
-- form *.*.<name> a token can be guessed from its hash. A fingerprint costs what a password's hash costs.
CREATE TABLE configured_admin_tokens (
    fingerprint BLOB NOT NULL,
    seen_at INTEGER NOT NULL,
    CONSTRAINT pk_configured_admin_tokens PRIMARY KEY (fingerprint)
) STRICT;

CREATE TABLE installation (
    id INTEGER NOT NULL PRIMARY KEY,
    fingerprint_salt BLOB NOT NULL,
    CONSTRAINT ck_installation_single CHECK (id = 1)
) STRICT;

CREATE INDEX ix_sessions_expires ON sessions (expires_at);
