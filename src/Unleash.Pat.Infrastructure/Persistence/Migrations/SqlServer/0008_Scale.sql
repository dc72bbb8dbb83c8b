-- One index for the limit of tokens and for the list of an account's tokens, which reads nothing else. seen_at has a fixed
-- length and is no key, so its updates change an entry where it is.
ALTER TABLE personal_access_tokens DROP CONSTRAINT uq_personal_access_tokens_slot;

CREATE UNIQUE INDEX uq_personal_access_tokens_slot ON personal_access_tokens (user_id, slot)
    INCLUDE (description, selector, created_at, expires_at, seen_at);

-- What a search reads of each account. SQLite has an index of parts instead.
CREATE INDEX ix_users_search ON users (account_type, id) INCLUDE (search_key);
