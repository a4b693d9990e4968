-- Events taken over HTTP, so that a repeat publishes nothing: partitioned by id and aged out like the events themselves.
CREATE TABLE publication (
    -- The event's.
    id          uuid        NOT NULL PRIMARY KEY,
    -- Of the exact bytes of the body.
    sha256      bytea       NOT NULL,
    accepted_at timestamptz NOT NULL
) PARTITION BY RANGE (id);
CREATE TABLE publication_default PARTITION OF publication DEFAULT;
