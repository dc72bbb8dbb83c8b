-- What the search compares with: username, name and address folded by the service, as SQLite needs it.
-- NULL where a version wrote the row that did not know of it; each start fills it in.
ALTER TABLE users ADD search_key nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL;

-- name_key holds the name's UTF-8 bytes, as description_key does. A table of its own, so that tokens of one name, which
-- earlier versions allowed, do not keep this version from starting.
CREATE TABLE admin_token_names (
    name_key varbinary(300) NOT NULL,
    token_id bigint NOT NULL,
    CONSTRAINT pk_admin_token_names PRIMARY KEY CLUSTERED (name_key),
    CONSTRAINT uq_admin_token_names_token UNIQUE (token_id),
    CONSTRAINT fk_admin_token_names_token FOREIGN KEY (token_id) REFERENCES admin_tokens (id) ON DELETE CASCADE
);

-- When admin tokens of the configuration were last used. Neither the tokens nor plain hashes of them are here: in the
-- form *.*.<name> a token can be guessed from its hash. A fingerprint costs what a password's hash costs.
CREATE TABLE configured_admin_tokens (
    fingerprint binary(32) NOT NULL,
    seen_at datetime2(3) NOT NULL,
    CONSTRAINT pk_configured_admin_tokens PRIMARY KEY CLUSTERED (fingerprint)
);

CREATE TABLE installation (
    id bigint NOT NULL,
    fingerprint_salt binary(16) NOT NULL,
    CONSTRAINT pk_installation PRIMARY KEY CLUSTERED (id),
    CONSTRAINT ck_installation_single CHECK (id = 1)
);

CREATE INDEX ix_sessions_expires ON sessions (expires_at);
