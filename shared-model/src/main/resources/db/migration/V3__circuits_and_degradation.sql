-- Circuits that are not closed. Written on change, read by the worker that takes the shard over, shown to operators.
CREATE TABLE endpoint_circuit (
    endpoint_id uuid        PRIMARY KEY REFERENCES endpoint (id) ON DELETE CASCADE,
    shard       integer     NOT NULL,
    -- Since when, over all probes that failed meanwhile.
    opened_at   timestamptz NOT NULL,
    -- How often in a row it opened: the next wait grows with it.
    openings    integer     NOT NULL,
    -- When the next probe may go out.
    probe_at    timestamptz NOT NULL,
    last_error  text        NOT NULL
);
CREATE INDEX endpoint_circuit_shard ON endpoint_circuit (shard);

-- Endpoints in an episode of degradation: the row is the episode, so that it is announced once, whoever notices.
CREATE TABLE endpoint_degradation (
    endpoint_id uuid        PRIMARY KEY REFERENCES endpoint (id) ON DELETE CASCADE,
    shard       integer     NOT NULL,
    degraded_at timestamptz NOT NULL
);
CREATE INDEX endpoint_degradation_shard ON endpoint_degradation (shard);

-- Finds what has waited past its age, whichever endpoint it belongs to.
CREATE INDEX waiting_delivery_age ON waiting_delivery (created_at);
