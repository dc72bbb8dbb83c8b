-- The links with which users set a password: one a user, so that a later one ends the earlier. verifier is SHA-256 of the
-- token, which is not stored.
CREATE TABLE password_links (
    user_id INTEGER NOT NULL,
    selector TEXT NOT NULL,
    verifier BLOB NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT pk_password_links PRIMARY KEY (user_id),
    CONSTRAINT uq_password_links_selector UNIQUE (selector),
    CONSTRAINT fk_password_links_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) STRICT;

-- Administrators are few among many accounts.
CREATE INDEX ix_users_administrators ON users (id) WHERE root_role = 1;
