-- The account that answers for an admin token, and with which it ends. NULL where a token of the configuration made it, or
-- a version that kept no account of it. The repository deletes the tokens itself, with an event each; the cascade is what
-- a version that does not know of the column relies on.
ALTER TABLE admin_tokens ADD COLUMN created_by_user_id INTEGER NULL
    CONSTRAINT fk_admin_tokens_creator REFERENCES users (id) ON DELETE CASCADE;

CREATE INDEX ix_admin_tokens_creator ON admin_tokens (created_by_user_id);
