-- Who a user is at the identity provider. identity_hash is SHA-256 of issuer and subject, which compares them byte by byte.
CREATE TABLE user_identities (
    identity_hash BLOB NOT NULL,
    user_id INTEGER NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_user_identities PRIMARY KEY (identity_hash),
    CONSTRAINT uq_user_identities_user UNIQUE (user_id, issuer),
    CONSTRAINT fk_user_identities_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) STRICT;
