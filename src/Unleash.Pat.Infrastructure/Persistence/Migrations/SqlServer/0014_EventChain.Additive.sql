-- Made with each event by the service: what somebody inserts or changes by hand has none that fits. NULL: an event of an
-- earlier version.
ALTER TABLE events ADD stamp varbinary(40) NULL;
GO

-- The hash of an event and of the seal before it. No foreign key: it must show that an event was removed.
CREATE TABLE event_seals (
    event_id bigint NOT NULL,
    hash binary(32) NOT NULL,
    CONSTRAINT pk_event_seals PRIMARY KEY CLUSTERED (event_id)
);

-- One row. anchor: the last seal that was deleted by age; head: the newest seal. Events up to unstamped_up_to may lack a
-- stamp (NULL: not decided yet, nodes of the version before may still write), those up to unkeyed_up_to may have one that
-- was made without a key. proof is made with the key, over all other columns; NULL before the first seal.
CREATE TABLE event_chain (
    id int NOT NULL,
    anchor_id bigint NOT NULL,
    anchor_hash binary(32) NOT NULL,
    head_id bigint NOT NULL,
    head_hash binary(32) NOT NULL,
    unstamped_up_to bigint NULL,
    unkeyed_up_to bigint NOT NULL,
    migrated_at datetime2(3) NOT NULL,
    proof varbinary(36) NULL,
    CONSTRAINT pk_event_chain PRIMARY KEY CLUSTERED (id)
);
GO

INSERT INTO event_chain (id, anchor_id, anchor_hash, head_id, head_hash, unstamped_up_to, unkeyed_up_to, migrated_at, proof)
SELECT 1, 0, CONVERT(binary(32), 0x00), 0, CONVERT(binary(32), 0x00),
    CASE WHEN EXISTS (SELECT 1 FROM events) THEN NULL ELSE 0 END, 0, SYSUTCDATETIME(), NULL;
