-- The secrets of a token in a table of their own, so that two are valid while a token is rotated. number counts a token's
-- secrets; the one that is valid until the token expires has no valid_until. Superseded secrets are kept, so that a use of
-- one is noticed.
--
-- SQLite cannot drop a column that has a constraint, so the table is written again. Secrets refer to the new table, and
-- follow it when it gets the name of the old one.
CREATE TABLE personal_access_tokens_next (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    description TEXT NOT NULL,
    description_key BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    seen_at INTEGER NULL,
    scopes TEXT NULL,
    enabled INTEGER NOT NULL DEFAULT 1,
    rotated_at INTEGER NULL,
    previous_secret_expires_at INTEGER NULL,
    last_used_from TEXT NULL,
    rejected_uses INTEGER NOT NULL DEFAULT 0,
    superseded_used_at INTEGER NULL,
    search_key TEXT NULL,
    CONSTRAINT uq_personal_access_tokens_slot UNIQUE (user_id, slot),
    CONSTRAINT uq_personal_access_tokens_description UNIQUE (user_id, description_key),
    CONSTRAINT ck_personal_access_tokens_slot CHECK (slot >= 1),
    CONSTRAINT ck_personal_access_tokens_enabled CHECK (enabled IN (0, 1)),
    CONSTRAINT fk_personal_access_tokens_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE pat_secrets (
    selector TEXT NOT NULL,
    token_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    verifier BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    valid_until INTEGER NULL,
    CONSTRAINT pk_pat_secrets PRIMARY KEY (selector),
    CONSTRAINT uq_pat_secrets_number UNIQUE (token_id, number),
    CONSTRAINT fk_pat_secrets_token FOREIGN KEY (token_id) REFERENCES personal_access_tokens_next (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- search_key is the description folded by the service; ASCII is folded here, the rest by each start.
INSERT INTO personal_access_tokens_next
    (id, user_id, slot, description, description_key, created_at, expires_at, seen_at, search_key)
SELECT id, user_id, slot, description, description_key, created_at, expires_at, seen_at,
    CASE WHEN description NOT GLOB '*[^ -~]*' THEN lower(description) END
FROM personal_access_tokens ORDER BY id;

INSERT INTO pat_secrets (selector, token_id, number, verifier, created_at)
SELECT selector, id, 1, verifier, created_at FROM personal_access_tokens ORDER BY selector;

-- No id is used again, those of tokens that were deleted included.
DELETE FROM sqlite_sequence WHERE name = 'personal_access_tokens_next';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'personal_access_tokens_next', seq FROM sqlite_sequence WHERE name = 'personal_access_tokens';

DROP TABLE personal_access_tokens;
ALTER TABLE personal_access_tokens_next RENAME TO personal_access_tokens;

CREATE INDEX ix_personal_access_tokens_created ON personal_access_tokens (created_at);
CREATE INDEX ix_personal_access_tokens_expires ON personal_access_tokens (expires_at);
CREATE INDEX ix_personal_access_tokens_seen ON personal_access_tokens (seen_at);
CREATE INDEX ix_personal_access_tokens_disabled ON personal_access_tokens (user_id) WHERE enabled = 0;
CREATE INDEX ix_personal_access_tokens_unfolded ON personal_access_tokens (user_id) WHERE search_key IS NULL;
CREATE INDEX ix_personal_access_tokens_unused ON personal_access_tokens (seen_at, created_at) WHERE seen_at IS NULL;
CREATE INDEX ix_personal_access_tokens_restricted ON personal_access_tokens (user_id) WHERE scopes IS NOT NULL;

-- The scopes of tokens that have any, by scope. A token's own are also in its row, where a verification reads them.
CREATE TABLE pat_scopes (
    scope TEXT NOT NULL,
    token_id INTEGER NOT NULL,
    CONSTRAINT pk_pat_scopes PRIMARY KEY (scope, token_id),
    CONSTRAINT fk_pat_scopes_token FOREIGN KEY (token_id) REFERENCES personal_access_tokens (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX ix_pat_scopes_token ON pat_scopes (token_id);

ALTER TABLE users ADD COLUMN enabled INTEGER NOT NULL DEFAULT 1 CONSTRAINT ck_users_enabled CHECK (enabled IN (0, 1));

-- What lists are sorted by: the username, else the address, folded by the service. NULL where a version wrote the row that
-- did not know of it; each start fills it in. An account without a username has an address.
ALTER TABLE users ADD COLUMN sort_key TEXT NULL;

UPDATE users SET sort_key = substr(
    CASE WHEN username IS NULL THEN lower(email) ELSE substr(search_key, 1, instr(search_key || char(10), char(10)) - 1) END, 1, 255)
WHERE search_key IS NOT NULL;

CREATE INDEX ix_users_sort ON users (sort_key);
CREATE INDEX ix_users_disabled ON users (account_type) WHERE enabled = 0;

-- What one node does for all, until the lease ends.
CREATE TABLE leases (
    name TEXT NOT NULL,
    holder TEXT NOT NULL,
    ends_at INTEGER NOT NULL,
    CONSTRAINT pk_leases PRIMARY KEY (name)
) STRICT;

INSERT INTO leases (name, holder, ends_at) VALUES ('housekeeping', '', 0);
