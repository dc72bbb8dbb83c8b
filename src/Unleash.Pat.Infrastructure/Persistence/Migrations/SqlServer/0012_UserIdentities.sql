-- Who a user is at the identity provider. identity_hash is SHA-256 of issuer and subject, which compares them byte by byte.
CREATE TABLE user_identities (
    identity_hash binary(32) NOT NULL,
    user_id bigint NOT NULL,
    issuer nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
    subject nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
    created_at datetime2(3) NOT NULL,
    CONSTRAINT pk_user_identities PRIMARY KEY CLUSTERED (identity_hash),
    CONSTRAINT uq_user_identities_user UNIQUE (user_id, issuer),
    CONSTRAINT fk_user_identities_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
