-- The links with which users set a password: one a user, so that a later one ends the earlier. verifier is SHA-256 of the
-- token, which is not stored.
CREATE TABLE password_links (
    user_id bigint NOT NULL,
    selector char(22) COLLATE Latin1_General_100_BIN2 NOT NULL,
    verifier binary(32) NOT NULL,
    created_by nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
    created_at datetime2(3) NOT NULL,
    expires_at datetime2(3) NOT NULL,
    CONSTRAINT pk_password_links PRIMARY KEY CLUSTERED (user_id),
    CONSTRAINT uq_password_links_selector UNIQUE (selector),
    CONSTRAINT fk_password_links_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- Administrators are few among many accounts.
CREATE INDEX ix_users_administrators ON users (id) WHERE root_role = 1;
