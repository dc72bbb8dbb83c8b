-- Which database this is, so that a file that was put in this one's place can be told from a copy of it.
CREATE TABLE database_identity (
    id INTEGER NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    CONSTRAINT ck_database_identity_single CHECK (id = 1)
) STRICT;

INSERT INTO database_identity (id, value) VALUES (1, lower(hex(randomblob(16))));
