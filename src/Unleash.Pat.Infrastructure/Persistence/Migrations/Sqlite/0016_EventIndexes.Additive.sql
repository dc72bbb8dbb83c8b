-- 1: a new event, which the indexes do not have yet. Housekeeping sets it to NULL, many events at a time, and so adds them: a
-- change writes one index of the log, and not five. NULL as well: an event that an earlier version has recorded. An earlier
-- version that works with this database reads what it searches for without an index.
ALTER TABLE events ADD COLUMN unindexed INTEGER NULL;

DROP INDEX ix_events_type;
DROP INDEX ix_events_user;
DROP INDEX ix_events_user_type;
DROP INDEX ix_events_subject;
DROP INDEX ix_events_token;

CREATE INDEX ix_events_unindexed ON events (id) WHERE unindexed IS NOT NULL;
CREATE INDEX ix_events_type ON events (type, id, unindexed) WHERE unindexed IS NULL;
CREATE INDEX ix_events_user ON events (created_by_user_id, id, unindexed) WHERE unindexed IS NULL;
CREATE INDEX ix_events_user_type ON events (created_by_user_id, type, id, unindexed) WHERE unindexed IS NULL;
CREATE INDEX ix_events_subject ON events (subject_user_id, id, unindexed) WHERE subject_user_id IS NOT NULL AND unindexed IS NULL;
CREATE INDEX ix_events_token ON events (token_id, id, unindexed) WHERE token_id IS NOT NULL AND unindexed IS NULL;
