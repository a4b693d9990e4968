-- Events: waiting to be published, accepted over HTTP, and stored for delivery.

-- Rows that wait to be published to Kafka, written in the transaction of the change they announce.
CREATE TABLE outbox (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,
    message_key text        NOT NULL,
    value       bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE outbox IS
    'Written by api-service (inserts, and the relay deletes) and delivery-worker (inserts); '
    'read by api-service and delivery-worker.';

-- History is partitioned by id, whose first 48 bits are the event's milliseconds. Ids are deterministic, so every insert is
-- ON CONFLICT DO NOTHING or a guarded update, and repeats collapse. The default partitions hold events with an absurd time.

CREATE TABLE event (
    id           uuid        NOT NULL PRIMARY KEY,
    type         text        NOT NULL,
    body         bytea       NOT NULL,
    -- When Kafka took it.
    published_at timestamptz NOT NULL
) PARTITION BY RANGE (id);
CREATE TABLE event_default PARTITION OF event DEFAULT;
COMMENT ON TABLE event IS 'Written by delivery-worker; read by api-service and delivery-worker.';

-- Events accepted over HTTP, so that a repeat publishes nothing. They expire with their event.
CREATE TABLE publication (
    -- The event's id.
    id          uuid        NOT NULL PRIMARY KEY,
    -- Of the exact bytes of the body.
    sha256      bytea       NOT NULL,
    accepted_at timestamptz NOT NULL
) PARTITION BY RANGE (id);
CREATE TABLE publication_default PARTITION OF publication DEFAULT;
COMMENT ON TABLE publication IS 'Written by api-service and delivery-worker (drops partitions); read by api-service.';
