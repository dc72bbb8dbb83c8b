-- Which database this is. Only SQLite's files need it; both engines have one schema.
CREATE TABLE database_identity (
    id bigint NOT NULL,
    value char(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT pk_database_identity PRIMARY KEY CLUSTERED (id),
    CONSTRAINT ck_database_identity_single CHECK (id = 1)
);

INSERT INTO database_identity (id, value) VALUES (1, LOWER(REPLACE(CONVERT(varchar(36), NEWID()), '-', '')));
