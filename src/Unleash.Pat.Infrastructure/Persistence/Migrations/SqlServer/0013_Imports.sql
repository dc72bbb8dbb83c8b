-- What was imported, so that a further import takes nothing twice and brings back nothing that was deleted here. source_key
-- is SHA-256 of what names it at its source. subject says what subject_id is: 1 a personal access token, 3 an account. No
-- foreign keys: the rows outlive them.
CREATE TABLE imports (
    source_key binary(32) NOT NULL,
    subject int NOT NULL,
    subject_id bigint NOT NULL,
    created_at datetime2(3) NOT NULL,
    CONSTRAINT pk_imports PRIMARY KEY CLUSTERED (source_key)
);
