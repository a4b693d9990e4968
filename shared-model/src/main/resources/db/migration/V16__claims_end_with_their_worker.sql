-- A worker process that claims has a number, and holds an advisory lock under it for as long as it lives.
CREATE SEQUENCE worker_number AS integer CYCLE;

-- What a worker claimed and has not finished, a row a claim: the waiting rows of a worker that is gone are found without an
-- index that every claimed row would have to be written to. A waiting row is still claimed while its due_at is lease_end.
-- Unlogged: after a crash of PostgreSQL, claims end with their lease.
CREATE UNLOGGED TABLE claim (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    worker     integer     NOT NULL,
    lease_end  timestamptz NOT NULL,
    deliveries uuid[]      NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.02);
-- Random bits: there is nothing to compress.
ALTER TABLE claim ALTER COLUMN deliveries SET STORAGE EXTERNAL;
