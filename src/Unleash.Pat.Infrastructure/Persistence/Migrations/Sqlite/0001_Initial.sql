CREATE TABLE users (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    account_type TEXT NOT NULL,
    username TEXT NULL,
    email TEXT NULL,
    name TEXT NULL,
    root_role INTEGER NOT NULL,
    password_hash TEXT NULL,
    login_attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NULL,
    CONSTRAINT ck_users_root_role CHECK (root_role IN (1, 2, 3)),
    CONSTRAINT ck_users_named CHECK (username IS NOT NULL OR email IS NOT NULL)
) STRICT;

-- Usernames and e-mail addresses share one space of names, so that nobody's username is another's address.
CREATE TABLE account_names (
    name_key TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    CONSTRAINT pk_account_names PRIMARY KEY (name_key),
    CONSTRAINT fk_account_names_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_account_names_user ON account_names (user_id);

CREATE TABLE personal_access_tokens (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    description TEXT NOT NULL,
    description_key BLOB NOT NULL,
    selector TEXT NOT NULL,
    verifier BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    seen_at INTEGER NULL,
    CONSTRAINT uq_personal_access_tokens_slot UNIQUE (user_id, slot),
    CONSTRAINT uq_personal_access_tokens_description UNIQUE (user_id, description_key),
    CONSTRAINT uq_personal_access_tokens_selector UNIQUE (selector),
    CONSTRAINT ck_personal_access_tokens_slot CHECK (slot >= 1),
    CONSTRAINT fk_personal_access_tokens_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE sessions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL,
    key_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    address TEXT NULL,
    user_agent TEXT NULL,
    CONSTRAINT uq_sessions_key_hash UNIQUE (key_hash),
    CONSTRAINT fk_sessions_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_sessions_user ON sessions (user_id, expires_at);

-- No foreign key to users: the log outlives whom it tells of.
CREATE TABLE events (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    type TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_by_user_id INTEGER NULL,
    created_at INTEGER NOT NULL,
    data TEXT NULL,
    pre_data TEXT NULL
) STRICT;

CREATE INDEX ix_events_type ON events (type, id);
CREATE INDEX ix_events_user ON events (created_by_user_id, id);

CREATE TABLE data_protection_keys (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    friendly_name TEXT NOT NULL,
    xml TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
