-- What is to be told, by which channel and to whom, until some days after it was sent. notification_key says what it is
-- about, so that nothing is stored twice. message_id is what a receiver sees, the same at each attempt. While it is neither
-- sent nor given up there is no ended_at. No foreign keys: the rows outlive what they tell of.
CREATE TABLE notifications (
    id bigint IDENTITY(1, 1) NOT NULL,
    notification_key nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    channel int NOT NULL,
    recipient nvarchar(320) COLLATE Latin1_General_100_BIN2 NOT NULL,
    message_id char(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    body nvarchar(max) NOT NULL,
    created_at datetime2(3) NOT NULL,
    attempts int NOT NULL,
    next_attempt_at datetime2(3) NOT NULL,
    ended_at datetime2(3) NULL,
    sent int NOT NULL,
    CONSTRAINT pk_notifications PRIMARY KEY CLUSTERED (id),
    CONSTRAINT uq_notifications_key UNIQUE (notification_key, channel, recipient),
    CONSTRAINT ck_notifications_sent CHECK (sent IN (0, 1))
);

CREATE INDEX ix_notifications_next ON notifications (channel, next_attempt_at) WHERE ended_at IS NULL;
CREATE INDEX ix_notifications_ended ON notifications (ended_at) WHERE ended_at IS NOT NULL;

-- How far notifications have been made of the event log and of the tokens in the order of their expiry.
CREATE TABLE notification_positions (
    source nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    position_at datetime2(3) NOT NULL,
    position_id bigint NOT NULL,
    CONSTRAINT pk_notification_positions PRIMARY KEY CLUSTERED (source)
);
