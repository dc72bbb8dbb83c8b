-- To which account an event was done, where that is another one than the account that did it; and to which token. What
-- accounts do to themselves is found by created_by_user_id, so that it needs no entry in a further index.
ALTER TABLE events ADD subject_user_id bigint NULL;
ALTER TABLE events ADD token_id bigint NULL;
GO

CREATE INDEX ix_events_subject ON events (subject_user_id, id) WHERE subject_user_id IS NOT NULL;
CREATE INDEX ix_events_token ON events (token_id, id) WHERE token_id IS NOT NULL;

-- How far the service has come with what a migration would take too long for: rows with a greater id are done.
CREATE TABLE backfills (
    name nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    up_to bigint NOT NULL,
    CONSTRAINT pk_backfills PRIMARY KEY CLUSTERED (name)
);
GO

INSERT INTO backfills (name, up_to) SELECT N'event-subjects', COALESCE(MAX(id), 0) FROM events;
