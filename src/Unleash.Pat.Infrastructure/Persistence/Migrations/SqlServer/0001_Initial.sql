CREATE TABLE users (
    id bigint IDENTITY(1, 1) NOT NULL,
    account_type nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    username nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
    email nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
    name nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
    root_role int NOT NULL,
    password_hash nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
    login_attempts int NOT NULL,
    created_at datetime2(3) NOT NULL,
    seen_at datetime2(3) NULL,
    CONSTRAINT pk_users PRIMARY KEY (id),
    CONSTRAINT ck_users_root_role CHECK (root_role IN (1, 2, 3)),
    CONSTRAINT ck_users_named CHECK (username IS NOT NULL OR email IS NOT NULL)
);

-- Usernames and e-mail addresses share one space of names, so that nobody's username is another's address.
CREATE TABLE account_names (
    name_key nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT pk_account_names PRIMARY KEY (name_key),
    CONSTRAINT fk_account_names_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX ix_account_names_user ON account_names (user_id);

-- description_key holds the description's UTF-8 bytes: in no collation are 'a' and 'a ' two texts.
CREATE TABLE personal_access_tokens (
    id bigint IDENTITY(1, 1) NOT NULL,
    user_id bigint NOT NULL,
    slot int NOT NULL,
    description nvarchar(510) COLLATE Latin1_General_100_BIN2 NOT NULL,
    description_key varbinary(1020) NOT NULL,
    selector char(22) COLLATE Latin1_General_100_BIN2 NOT NULL,
    verifier binary(32) NOT NULL,
    created_at datetime2(3) NOT NULL,
    expires_at datetime2(3) NOT NULL,
    seen_at datetime2(3) NULL,
    CONSTRAINT pk_personal_access_tokens PRIMARY KEY (id),
    CONSTRAINT uq_personal_access_tokens_slot UNIQUE (user_id, slot),
    CONSTRAINT uq_personal_access_tokens_description UNIQUE (user_id, description_key),
    CONSTRAINT uq_personal_access_tokens_selector UNIQUE (selector),
    CONSTRAINT ck_personal_access_tokens_slot CHECK (slot >= 1),
    CONSTRAINT fk_personal_access_tokens_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE TABLE sessions (
    id bigint IDENTITY(1, 1) NOT NULL,
    user_id bigint NOT NULL,
    key_hash binary(32) NOT NULL,
    created_at datetime2(3) NOT NULL,
    last_used_at datetime2(3) NOT NULL,
    expires_at datetime2(3) NOT NULL,
    address nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    user_agent nvarchar(255) NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT uq_sessions_key_hash UNIQUE (key_hash),
    CONSTRAINT fk_sessions_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX ix_sessions_user ON sessions (user_id, expires_at);

-- No foreign key to users: the log outlives whom it tells of.
CREATE TABLE events (
    id bigint IDENTITY(1, 1) NOT NULL,
    type nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    created_by nvarchar(255) NOT NULL,
    created_by_user_id bigint NULL,
    created_at datetime2(3) NOT NULL,
    data nvarchar(max) NULL,
    pre_data nvarchar(max) NULL,
    CONSTRAINT pk_events PRIMARY KEY (id)
);

CREATE INDEX ix_events_type ON events (type, id);
CREATE INDEX ix_events_user ON events (created_by_user_id, id);

CREATE TABLE data_protection_keys (
    id bigint IDENTITY(1, 1) NOT NULL,
    friendly_name nvarchar(255) NOT NULL,
    xml nvarchar(max) NOT NULL,
    created_at datetime2(3) NOT NULL,
    CONSTRAINT pk_data_protection_keys PRIMARY KEY (id)
);
