-- One row, which every transaction that changes or removes accounts updates first: so they run one after another, and
-- two of them cannot each leave the other's administrator as the last one.
CREATE TABLE admin_guard (
    id bigint NOT NULL,
    turns bigint NOT NULL,
    CONSTRAINT pk_admin_guard PRIMARY KEY CLUSTERED (id),
    CONSTRAINT ck_admin_guard_single CHECK (id = 1)
);

INSERT INTO admin_guard (id, turns) VALUES (1, 0);

CREATE TABLE admin_tokens (
    id bigint IDENTITY(1, 1) NOT NULL,
    name nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    selector char(22) COLLATE Latin1_General_100_BIN2 NOT NULL,
    verifier binary(32) NOT NULL,
    created_at datetime2(3) NOT NULL,
    expires_at datetime2(3) NOT NULL,
    seen_at datetime2(3) NULL,
    CONSTRAINT pk_admin_tokens PRIMARY KEY CLUSTERED (id),
    CONSTRAINT uq_admin_tokens_selector UNIQUE (selector)
);

CREATE INDEX ix_users_type ON users (account_type, id);
