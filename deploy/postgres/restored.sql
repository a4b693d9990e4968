-- To be run once after the database was restored to an earlier time, as its owner, before any service starts: see ../restore.md.
BEGIN;

-- Cursors of the polling feed hold transaction numbers, which this copy gives a second time. From here on they name the
-- generation, and those of an earlier one are taken back to where this one begins.
INSERT INTO feed_generation (number) SELECT coalesce(max(number), 0) + 1 FROM feed_generation;

-- Records in Kafka have the versions that endpoints had before. A worker whose copy of an endpoint is older than its record
-- loads the endpoint again for each: past them, once is enough.
UPDATE endpoint SET version = version + 1000000;

COMMIT;
