-- Restores of an earlier copy of the database, which takes its transaction numbers back: deploy/postgres/restored.sql adds a row.
-- Without any, the generation is 0.
CREATE TABLE feed_generation (
    number   integer     PRIMARY KEY CHECK (number > 0),
    -- The number of the transaction that added the row: what is stored in this generation has a higher one.
    first_tx xid8        NOT NULL DEFAULT pg_current_xact_id(),
    begun_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE feed_generation IS 'Written by deploy/postgres/restored.sql; read by api-service.';
