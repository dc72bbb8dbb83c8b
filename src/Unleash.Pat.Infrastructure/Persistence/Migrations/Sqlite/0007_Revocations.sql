-- What was revoked, in the order of the ids: every node reads it four times a second and forgets what it names. subject says
-- what subject_id is: 1 a personal access token, 2 an admin token, 3 an account. No foreign keys: the rows outlive them.
CREATE TABLE revocations (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    subject INTEGER NOT NULL,
    subject_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
