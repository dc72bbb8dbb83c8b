-- What was revoked, in the order of the ids: every node reads it four times a second and forgets what it names. subject says
-- what subject_id is: 1 a personal access token, 2 an admin token, 3 an account. No foreign keys: the rows outlive them.
CREATE TABLE revocations (
    id bigint IDENTITY(1, 1) NOT NULL,
    subject int NOT NULL,
    subject_id bigint NOT NULL,
    created_at datetime2(3) NOT NULL,
    CONSTRAINT pk_revocations PRIMARY KEY CLUSTERED (id)
);
