-- What is to be told, by which channel and to whom, until some days after it was sent. notification_key says what it is
-- about, so that nothing is stored twice. message_id is what a receiver sees, the same at each attempt. While it is neither
-- sent nor given up there is no ended_at. No foreign keys: the rows outlive what they tell of.
CREATE TABLE notifications (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    notification_key TEXT NOT NULL,
    channel INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    message_id TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    ended_at INTEGER NULL,
    sent INTEGER NOT NULL,
    CONSTRAINT uq_notifications_key UNIQUE (notification_key, channel, recipient),
    CONSTRAINT ck_notifications_sent CHECK (sent IN (0, 1))
) STRICT;

CREATE INDEX ix_notifications_next ON notifications (channel, next_attempt_at) WHERE ended_at IS NULL;
CREATE INDEX ix_notifications_ended ON notifications (ended_at) WHERE ended_at IS NOT NULL;

-- How far notifications have been made of the event log and of the tokens in the order of their expiry.
CREATE TABLE notification_positions (
    source TEXT NOT NULL,
    position_at INTEGER NOT NULL,
    position_id INTEGER NOT NULL,
    CONSTRAINT pk_notification_positions PRIMARY KEY (source)
) STRICT;
