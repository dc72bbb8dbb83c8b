-- One row, which every transaction that changes or removes accounts updates first: so they run one after another, and
-- two of them cannot each leave the other's administrator as the last one.
CREATE TABLE admin_guard (
    id INTEGER NOT NULL PRIMARY KEY,
    turns INTEGER NOT NULL,
    CONSTRAINT ck_admin_guard_single CHECK (id = 1)
) STRICT;

INSERT INTO admin_guard (id, turns) VALUES (1, 0);

CREATE TABLE admin_tokens (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    selector TEXT NOT NULL,
    verifier BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    seen_at INTEGER NULL,
    CONSTRAINT uq_admin_tokens_selector UNIQUE (selector)
) STRICT;

CREATE INDEX ix_users_type ON users (account_type, id);
