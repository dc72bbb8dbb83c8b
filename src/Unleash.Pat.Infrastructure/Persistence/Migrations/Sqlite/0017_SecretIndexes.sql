-- The secrets in the order of their tokens, and two indexes of their selectors. Selectors are random, so each secret that is
-- written to the index of all changes a page of it that nothing else changes. 1: a new secret, which is in a small index instead.
-- Housekeeping sets it to NULL, many secrets at a time, and so moves them to the large one.
--
-- The order of the rows cannot be changed, so the table is written again.
CREATE TABLE pat_secrets_next (
    token_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    selector TEXT NOT NULL,
    verifier BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    valid_until INTEGER NULL,
    unindexed INTEGER NULL,
    CONSTRAINT pk_pat_secrets PRIMARY KEY (token_id, number),
    CONSTRAINT fk_pat_secrets_token FOREIGN KEY (token_id) REFERENCES personal_access_tokens (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT INTO pat_secrets_next (token_id, number, selector, verifier, created_at, valid_until)
SELECT token_id, number, selector, verifier, created_at, valid_until FROM pat_secrets NOT INDEXED ORDER BY token_id, number;

DROP TABLE pat_secrets;
ALTER TABLE pat_secrets_next RENAME TO pat_secrets;

CREATE UNIQUE INDEX uq_pat_secrets_selector ON pat_secrets (selector) WHERE unindexed IS NULL;
CREATE UNIQUE INDEX uq_pat_secrets_unindexed ON pat_secrets (selector) WHERE unindexed IS NOT NULL;
