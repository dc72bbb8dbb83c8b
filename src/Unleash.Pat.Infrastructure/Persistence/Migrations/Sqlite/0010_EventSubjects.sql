-- To which account an event was done, where that is another one than the account that did it; and to which token. What
-- accounts do to themselves is found by created_by_user_id, so that it needs no entry in a further index.
ALTER TABLE events ADD COLUMN subject_user_id INTEGER NULL;
ALTER TABLE events ADD COLUMN token_id INTEGER NULL;

CREATE INDEX ix_events_subject ON events (subject_user_id, id) WHERE subject_user_id IS NOT NULL;
CREATE INDEX ix_events_token ON events (token_id, id) WHERE token_id IS NOT NULL;

-- How far the service has come with what a migration would take too long for: rows with a greater id are done.
CREATE TABLE backfills (
    name TEXT NOT NULL,
    up_to INTEGER NOT NULL,
    CONSTRAINT pk_backfills PRIMARY KEY (name)
) STRICT;

INSERT INTO backfills (name, up_to) SELECT 'event-subjects', COALESCE(MAX(id), 0) FROM events;
