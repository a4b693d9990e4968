-- Accounts and access -------------------------------------------------------------------------------------------------

CREATE TABLE account (
    id           uuid        PRIMARY KEY,
    name         text        NOT NULL,
    plan         text        NOT NULL CHECK (plan IN ('starter', 'pro', 'business', 'enterprise')),
    suspended_at timestamptz,
    created_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE api_key (
    id         uuid        PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    sha256     bytea       NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
);
CREATE INDEX api_key_account ON api_key (account_id);

CREATE TABLE watchlist_entry (
    account_id    uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    operator_slug text        NOT NULL,
    added_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, operator_slug)
);
-- Fan-out asks from the event's side: who watches this operator?
CREATE INDEX watchlist_entry_operator ON watchlist_entry (operator_slug);

-- Endpoints: configuration only; figures that change with each delivery live in endpoint_activity -------------------------

CREATE TABLE endpoint (
    id             uuid        PRIMARY KEY,
    account_id     uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    url            text        NOT NULL,
    description    text,
    events         text[]      NOT NULL CHECK (cardinality(events) > 0),
    active         boolean     NOT NULL DEFAULT true,
    watchlist_only boolean     NOT NULL DEFAULT true,
    -- Grows with every change, secret rotations included; caches compare it.
    version        bigint      NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX endpoint_account ON endpoint (account_id);
-- Endpoints that take an event without looking at a watchlist.
CREATE INDEX endpoint_subscription ON endpoint USING gin (events) WHERE active;

CREATE TABLE endpoint_secret (
    endpoint_id uuid        NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
    generation  integer     NOT NULL,
    key_id      text        NOT NULL,
    sealed      bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    -- Null for the one secret that is active until rotated.
    expires_at  timestamptz,
    PRIMARY KEY (endpoint_id, generation)
);
CREATE UNIQUE INDEX endpoint_secret_active ON endpoint_secret (endpoint_id) WHERE expires_at IS NULL;

CREATE TABLE endpoint_activity (
    endpoint_id          uuid PRIMARY KEY REFERENCES endpoint (id) ON DELETE CASCADE,
    last_delivered_at    timestamptz,
    last_delivery_status text    CHECK (last_delivery_status IN ('success', 'failed', 'retrying')),
    -- Consecutive failed deliveries.
    failure_count        integer NOT NULL DEFAULT 0
);

-- Outbox --------------------------------------------------------------------------------------------------------------

CREATE TABLE outbox (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,
    message_key text        NOT NULL,
    value       bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

-- History: partitioned by id, whose first 48 bits are the event's milliseconds. --------------------------------------------
-- Every insert is ON CONFLICT DO NOTHING or a guarded update: ids are deterministic and repeats collapse. The default
-- partitions are the home of events with an absurd time.

CREATE TABLE event (
    id           uuid        NOT NULL PRIMARY KEY,
    type         text        NOT NULL,
    body         bytea       NOT NULL,
    -- When Kafka took it.
    published_at timestamptz NOT NULL
) PARTITION BY RANGE (id);
CREATE TABLE event_default PARTITION OF event DEFAULT;

CREATE TABLE delivery (
    id               uuid        NOT NULL PRIMARY KEY,
    endpoint_id      uuid        NOT NULL,
    event_id         uuid        NOT NULL,
    event_type       text        NOT NULL,
    status           text        NOT NULL CHECK (status IN ('pending', 'retrying', 'success', 'failed')),
    attempt_count    smallint    NOT NULL,
    next_attempt_at  timestamptz,
    last_http_status smallint,
    last_error       text,
    latency_ms       integer,
    created_at       timestamptz NOT NULL,
    completed_at     timestamptz
) PARTITION BY RANGE (id);
CREATE TABLE delivery_default PARTITION OF delivery DEFAULT;
CREATE INDEX delivery_endpoint ON delivery (endpoint_id, id DESC);

CREATE TABLE attempt (
    delivery_id   uuid        NOT NULL,
    number        smallint    NOT NULL,
    started_at    timestamptz NOT NULL,
    http_status   smallint,
    latency_ms    integer     NOT NULL,
    error         text,
    response_body text,
    PRIMARY KEY (delivery_id, number)
) PARTITION BY RANGE (delivery_id);
CREATE TABLE attempt_default PARTITION OF attempt DEFAULT;

-- Waiting: small and hot, apart from history. ----------------------------------------------------------------------------

CREATE TABLE waiting_delivery (
    delivery_id uuid        PRIMARY KEY,
    endpoint_id uuid        NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
    event_id    uuid        NOT NULL,
    event_type  text        NOT NULL,
    -- Attempts already made.
    attempts    smallint    NOT NULL,
    -- Also the end of a claim's lease while a worker holds the row.
    due_at      timestamptz NOT NULL,
    created_at  timestamptz NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX waiting_delivery_due ON waiting_delivery (endpoint_id, due_at);

-- The upper level of the claim: one row an endpoint that has anything waiting, so that a claim walks endpoints, not the
-- backlog of a dead one. 'infinity' while the endpoint is inactive.
CREATE TABLE endpoint_queue (
    endpoint_id uuid        PRIMARY KEY REFERENCES endpoint (id) ON DELETE CASCADE,
    shard       integer     NOT NULL,
    next_due_at timestamptz NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX endpoint_queue_due ON endpoint_queue (shard, next_due_at);
