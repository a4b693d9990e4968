-- Endpoints, their secrets, and what the worker knows about them.

-- Configuration only. Figures that change with each delivery are in endpoint_activity.
CREATE TABLE endpoint (
    id             uuid        PRIMARY KEY,
    account_id     uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    url            text        NOT NULL,
    description    text,
    events         text[]      NOT NULL CHECK (cardinality(events) > 0),
    active         boolean     NOT NULL DEFAULT true,
    watchlist_only boolean     NOT NULL DEFAULT true,
    -- Grows with every change, secret rotations included. Caches compare it.
    version        bigint      NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX endpoint_account ON endpoint (account_id);
-- Endpoints that subscribe to an event, watchlist or not.
CREATE INDEX endpoint_subscription ON endpoint USING gin (events) WHERE active;
-- Endpoints that take events of any operator. Fan-out finds them without reading all that take those of their watchlist alone.
CREATE INDEX endpoint_beyond_watchlist ON endpoint USING gin (events) WHERE active AND NOT watchlist_only;
COMMENT ON TABLE endpoint IS
    'Written by api-service and delivery-worker (active and version, after a 410); read by api-service and delivery-worker.';

CREATE TABLE endpoint_secret (
    endpoint_id uuid        NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
    generation  integer     NOT NULL,
    key_id      text        NOT NULL,
    sealed      bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    -- Null for the one secret that is active until it is rotated.
    expires_at  timestamptz,
    PRIMARY KEY (endpoint_id, generation)
);
CREATE UNIQUE INDEX endpoint_secret_active ON endpoint_secret (endpoint_id) WHERE expires_at IS NULL;
-- The worker counts secrets by key, and encrypts those of old keys again in this order.
CREATE INDEX endpoint_secret_key ON endpoint_secret (key_id, endpoint_id, generation);
COMMENT ON TABLE endpoint_secret IS
    'Written by api-service and delivery-worker (key_id and sealed, after a key change); '
    'read by api-service and delivery-worker.';

CREATE TABLE endpoint_activity (
    endpoint_id          uuid PRIMARY KEY REFERENCES endpoint (id) ON DELETE CASCADE,
    last_delivered_at    timestamptz,
    last_delivery_status text    CHECK (last_delivery_status IN ('success', 'failed', 'retrying')),
    -- Consecutive failed deliveries.
    failure_count        integer NOT NULL DEFAULT 0
);
COMMENT ON TABLE endpoint_activity IS 'Written by delivery-worker; read by api-service and delivery-worker.';

-- Circuits that are not closed. The worker that takes the shard over reads them, and operators see them.
CREATE TABLE endpoint_circuit (
    endpoint_id uuid        PRIMARY KEY REFERENCES endpoint (id) ON DELETE CASCADE,
    shard       integer     NOT NULL,
    -- Start of the whole outage. Probes that fail do not change it.
    opened_at   timestamptz NOT NULL,
    -- How often in a row it opened: the next wait grows with it.
    openings    integer     NOT NULL,
    -- When the next probe may be sent.
    probe_at    timestamptz NOT NULL,
    last_error  text        NOT NULL
);
CREATE INDEX endpoint_circuit_shard ON endpoint_circuit (shard);
COMMENT ON TABLE endpoint_circuit IS 'Written by delivery-worker; read by api-service and delivery-worker.';

-- Endpoints in an episode of degradation. The row is the episode, so that it is announced once, whichever worker notices it.
CREATE TABLE endpoint_degradation (
    endpoint_id uuid        PRIMARY KEY REFERENCES endpoint (id) ON DELETE CASCADE,
    shard       integer     NOT NULL,
    degraded_at timestamptz NOT NULL
);
CREATE INDEX endpoint_degradation_shard ON endpoint_degradation (shard);
COMMENT ON TABLE endpoint_degradation IS 'Written by delivery-worker; read by api-service and delivery-worker.';

-- Endpoints whose history is still to be deleted. The row is inserted with the endpoint's deletion. The worker's retention
-- deletes it once nothing of the history is left.
CREATE TABLE deleted_endpoint (
    endpoint_id uuid        PRIMARY KEY,
    deleted_at  timestamptz NOT NULL
);
COMMENT ON TABLE deleted_endpoint IS 'Written by api-service (inserts) and delivery-worker (deletes); read by delivery-worker.';

-- One row per transaction that may change who gets an event: it wrote an endpoint or a watchlist. Fan-out remembers the
-- snapshot that it read its recipients in, and asks for a row which that snapshot did not show. The row commits with its
-- change, so no order of numbers and commits has to match. No two writers share a row, so neither waits for the other.
CREATE TABLE recipient_change (
    tx         xid8        PRIMARY KEY DEFAULT pg_current_xact_id(),
    changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE recipient_change IS
    'Written by api-service and delivery-worker (both insert by trigger; delivery-worker deletes); read by delivery-worker.';

CREATE FUNCTION note_recipient_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO recipient_change DEFAULT VALUES ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- Once per statement: an import of thousands of rows costs as much as that of one.
CREATE TRIGGER endpoint_changes_recipients AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON endpoint
    FOR EACH STATEMENT EXECUTE FUNCTION note_recipient_change();
