-- What one account did of one kind: without it, a page and a count read all that the account or all of the kind did.
CREATE INDEX ix_events_user_type ON events (created_by_user_id, type, id);
