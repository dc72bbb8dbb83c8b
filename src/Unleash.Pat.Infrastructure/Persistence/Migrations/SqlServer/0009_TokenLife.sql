-- The secrets of a token in a table of their own, so that two are valid while a token is rotated. number counts a token's
-- secrets; the one that is valid until the token expires has no valid_until. Superseded secrets are kept, so that a use of
-- one is noticed.
CREATE TABLE pat_secrets (
    selector char(22) COLLATE Latin1_General_100_BIN2 NOT NULL,
    token_id bigint NOT NULL,
    number int NOT NULL,
    verifier binary(32) NOT NULL,
    created_at datetime2(3) NOT NULL,
    valid_until datetime2(3) NULL,
    CONSTRAINT pk_pat_secrets PRIMARY KEY CLUSTERED (selector),
    CONSTRAINT uq_pat_secrets_number UNIQUE (token_id, number),
    CONSTRAINT fk_pat_secrets_token FOREIGN KEY (token_id) REFERENCES personal_access_tokens (id) ON DELETE CASCADE
);

INSERT INTO pat_secrets (selector, token_id, number, verifier, created_at)
SELECT selector, id, 1, verifier, created_at FROM personal_access_tokens;

DROP INDEX uq_personal_access_tokens_slot ON personal_access_tokens;

ALTER TABLE personal_access_tokens DROP CONSTRAINT uq_personal_access_tokens_selector;

ALTER TABLE personal_access_tokens DROP COLUMN selector;
ALTER TABLE personal_access_tokens DROP COLUMN verifier;

ALTER TABLE personal_access_tokens ADD scopes nvarchar(2079) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE personal_access_tokens ADD enabled int NOT NULL CONSTRAINT df_personal_access_tokens_enabled DEFAULT 1;
ALTER TABLE personal_access_tokens ADD rotated_at datetime2(3) NULL;
ALTER TABLE personal_access_tokens ADD previous_secret_expires_at datetime2(3) NULL;
ALTER TABLE personal_access_tokens ADD last_used_from nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE personal_access_tokens ADD rejected_uses bigint NOT NULL CONSTRAINT df_personal_access_tokens_rejected DEFAULT 0;
ALTER TABLE personal_access_tokens ADD superseded_used_at datetime2(3) NULL;
ALTER TABLE personal_access_tokens ADD search_key nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL;
GO

ALTER TABLE personal_access_tokens ADD CONSTRAINT ck_personal_access_tokens_enabled CHECK (enabled IN (0, 1));

-- search_key is the description folded by the service; ASCII is folded here, the rest by each start.
UPDATE personal_access_tokens SET search_key = LOWER(description)
WHERE description COLLATE Latin1_General_100_BIN2 NOT LIKE N'%[^ -~]%';

CREATE UNIQUE INDEX uq_personal_access_tokens_slot ON personal_access_tokens (user_id, slot)
    INCLUDE (description, created_at, expires_at, seen_at, scopes, enabled, rotated_at, previous_secret_expires_at, last_used_from,
        rejected_uses);

CREATE INDEX ix_personal_access_tokens_created ON personal_access_tokens (created_at);
CREATE INDEX ix_personal_access_tokens_expires ON personal_access_tokens (expires_at);
CREATE INDEX ix_personal_access_tokens_seen ON personal_access_tokens (seen_at);
CREATE INDEX ix_personal_access_tokens_disabled ON personal_access_tokens (user_id) WHERE enabled = 0;
CREATE INDEX ix_personal_access_tokens_unfolded ON personal_access_tokens (user_id) WHERE search_key IS NULL;
CREATE INDEX ix_personal_access_tokens_unused ON personal_access_tokens (seen_at, created_at) WHERE seen_at IS NULL;
CREATE INDEX ix_personal_access_tokens_restricted ON personal_access_tokens (user_id) WHERE scopes IS NOT NULL;

-- The scopes of tokens that have any, by scope. A token's own are also in its row, where a verification reads them.
CREATE TABLE pat_scopes (
    scope nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    token_id bigint NOT NULL,
    CONSTRAINT pk_pat_scopes PRIMARY KEY CLUSTERED (scope, token_id),
    CONSTRAINT fk_pat_scopes_token FOREIGN KEY (token_id) REFERENCES personal_access_tokens (id) ON DELETE CASCADE
);

CREATE INDEX ix_pat_scopes_token ON pat_scopes (token_id);

-- sort_key is what lists are sorted by: the username, else the address, folded by the service. NULL where a version wrote
-- the row that did not know of it; each start fills it in. An account without a username has an address.
ALTER TABLE users ADD enabled int NOT NULL CONSTRAINT df_users_enabled DEFAULT 1;
ALTER TABLE users ADD sort_key nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL;
GO

ALTER TABLE users ADD CONSTRAINT ck_users_enabled CHECK (enabled IN (0, 1));

UPDATE users SET sort_key = LEFT(
    CASE WHEN username IS NULL THEN LOWER(email) ELSE LEFT(search_key, CHARINDEX(NCHAR(10), search_key + NCHAR(10)) - 1) END, 255)
WHERE search_key IS NOT NULL;

CREATE INDEX ix_users_sort ON users (sort_key);
CREATE INDEX ix_users_disabled ON users (account_type) WHERE enabled = 0;

-- What one node does for all, until the lease ends.
CREATE TABLE leases (
    name nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    holder nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ends_at datetime2(3) NOT NULL,
    CONSTRAINT pk_leases PRIMARY KEY CLUSTERED (name)
);

INSERT INTO leases (name, holder, ends_at) VALUES (N'housekeeping', N'', '2000-01-01T00:00:00');
