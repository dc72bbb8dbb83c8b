-- Made with each event by the service: what somebody inserts or changes by hand has none that fits. NULL: an event of an
-- earlier version.
ALTER TABLE events ADD COLUMN stamp BLOB NULL;

-- The hash of an event and of the seal before it. No foreign key: it must show that an event was removed.
CREATE TABLE event_seals (
    event_id INTEGER NOT NULL,
    hash BLOB NOT NULL,
    CONSTRAINT pk_event_seals PRIMARY KEY (event_id)
) STRICT;

-- One row. anchor: the last seal that was deleted by age; head: the newest seal. Events up to unstamped_up_to may lack a
-- stamp (NULL: not decided yet, nodes of the version before may still write), those up to unkeyed_up_to may have one that
-- was made without a key. proof is made with the key, over all other columns; NULL before the first seal.
CREATE TABLE event_chain (
    id INTEGER NOT NULL,
    anchor_id INTEGER NOT NULL,
    anchor_hash BLOB NOT NULL,
    head_id INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    unstamped_up_to INTEGER NULL,
    unkeyed_up_to INTEGER NOT NULL,
    migrated_at INTEGER NOT NULL,
    proof BLOB NULL,
    CONSTRAINT pk_event_chain PRIMARY KEY (id)
) STRICT;

INSERT INTO event_chain (id, anchor_id, anchor_hash, head_id, head_hash, unstamped_up_to, unkeyed_up_to, migrated_at, proof)
SELECT 1, 0, zeroblob(32), 0, zeroblob(32), CASE WHEN EXISTS (SELECT 1 FROM events) THEN NULL ELSE 0 END, 0,
    CAST(strftime('%s', 'now') AS INTEGER) * 1000, NULL;
