-- Deliveries: their history, what waits, and recoveries.

-- Partitioned as event is, by an id with the event's milliseconds in its first 48 bits.
--
-- Statuses and event types are codes: an index entry is half of what a row of history costs, and text was most of it. The
-- enums DeliveryStatus and EventType own the codes. They are stable: a new value gets a code that was never used, and its
-- migration widens the checks here and at waiting_delivery.
CREATE TABLE delivery (
    id                     uuid        NOT NULL PRIMARY KEY,
    endpoint_id            uuid        NOT NULL,
    event_id               uuid        NOT NULL,
    event_type             smallint    NOT NULL CHECK (event_type BETWEEN 1 AND 10),
    status                 smallint    NOT NULL CHECK (status BETWEEN 1 AND 4),
    attempt_count          smallint    NOT NULL,
    -- A resend restarts the retry schedule while attempt numbers continue. This is the number of attempts before it, and null
    -- without a resend. Outcomes that know of fewer belong to an attempt before the resend and change nothing any more.
    attempts_before_resend smallint,
    next_attempt_at        timestamptz,
    last_http_status       smallint,
    last_error             text,
    latency_ms             integer,
    -- The beginning of the answer to a first attempt that succeeded. Null where there was none.
    response_body          text,
    created_at             timestamptz NOT NULL,
    completed_at           timestamptz
) PARTITION BY RANGE (id);
CREATE TABLE delivery_default PARTITION OF delivery DEFAULT;
-- History by any filter: one range for each status and type, which the reader merges newest first. NULLS LAST, although no id
-- is null: the primary key cannot serve that order, so no plan walks all of an endpoint's neighbours to find a few rows of its
-- own.
CREATE INDEX delivery_history ON delivery (endpoint_id, status, event_type, id DESC NULLS LAST);
-- What a recovery reads through. Few rows fail.
CREATE INDEX delivery_failed ON delivery (endpoint_id, created_at, id) WHERE status = 4;
COMMENT ON TABLE delivery IS
    'Written by api-service (resend) and delivery-worker; read by api-service and delivery-worker.';
COMMENT ON COLUMN delivery.status IS '1 pending, 2 retrying, 3 success, 4 failed';
COMMENT ON COLUMN delivery.event_type IS
    '1 license.status_changed, 2 license.expiring_30d, 3 license.expiring_60d, 4 license.expiring_90d, 5 license.expired, '
    '6 license.issued, 7 regulatory_action.added, 8 coverage.degraded, 9 coverage.restored, 10 webhook.endpoint_degraded';

-- Failed attempts and later ones. Nearly all deliveries succeed at their first attempt: such a delivery is one row, and the
-- view first_success derives its attempt.
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
COMMENT ON TABLE attempt IS
    'Written by api-service (resend) and delivery-worker; read by api-service and delivery-worker.';

-- The attempts that have no row, as long as nothing else happened to their delivery.
CREATE VIEW first_success AS
SELECT id AS delivery_id, 1::smallint AS number, completed_at - latency_ms * interval '1 millisecond' AS started_at,
    last_http_status AS http_status, latency_ms, NULL::text AS error, response_body
FROM delivery
WHERE status = 3 AND attempt_count = 1;

-- All attempts. Where an attempt has a row, the row counts.
CREATE VIEW every_attempt AS
SELECT delivery_id, number, started_at, http_status, latency_ms, error, response_body
FROM attempt
UNION ALL
SELECT delivery_id, number, started_at, http_status, latency_ms, error, response_body
FROM first_success f
-- Not EXISTS, which the planner may turn into a join that reads every attempt.
WHERE (SELECT true FROM attempt a WHERE a.delivery_id = f.delivery_id AND a.number = f.number) IS NULL;

-- Small and hot, apart from history.
CREATE TABLE waiting_delivery (
    delivery_id            uuid        PRIMARY KEY,
    endpoint_id            uuid        NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
    event_id               uuid        NOT NULL,
    event_type             smallint    NOT NULL CHECK (event_type BETWEEN 1 AND 10),
    -- Attempts already made.
    attempts               smallint    NOT NULL,
    -- As in delivery.
    attempts_before_resend smallint,
    -- Also the end of a claim's lease while a worker holds the row.
    due_at                 timestamptz NOT NULL,
    created_at             timestamptz NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX waiting_delivery_due ON waiting_delivery (endpoint_id, due_at);
-- Finds deliveries that have waited past their age, across all endpoints.
CREATE INDEX waiting_delivery_age ON waiting_delivery (created_at);
-- How many resends of an endpoint wait.
CREATE INDEX waiting_delivery_resent ON waiting_delivery (endpoint_id) WHERE attempts_before_resend IS NOT NULL;
COMMENT ON TABLE waiting_delivery IS
    'Written by api-service (resend; the deletion of an endpoint cascades) and delivery-worker; '
    'read by api-service and delivery-worker.';
COMMENT ON COLUMN waiting_delivery.event_type IS 'As delivery.event_type.';
COMMENT ON COLUMN waiting_delivery.created_at IS
    'The start of its age: when Kafka took the event, or the delivery was resent.';

-- The upper level of the claim: one row per endpoint that has anything waiting, so that a claim walks endpoints, not the
-- backlog of a dead one.
CREATE TABLE endpoint_queue (
    endpoint_id uuid        PRIMARY KEY REFERENCES endpoint (id) ON DELETE CASCADE,
    -- The API does not know the number of partitions when it resends. Null until a worker, which knows it, sets it.
    shard       integer,
    -- 'infinity' while the endpoint is inactive.
    next_due_at timestamptz NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX endpoint_queue_due ON endpoint_queue (shard, next_due_at);
COMMENT ON TABLE endpoint_queue IS
    'Written by api-service (resend; wakes an endpoint that becomes active) and delivery-worker; read by delivery-worker.';

-- A worker process that claims has a number, and holds an advisory lock under it for as long as it lives.
CREATE SEQUENCE worker_number AS integer CYCLE;

-- What a worker has claimed and not finished, one row per claim: the waiting rows of a dead worker are found without an index
-- that every claimed row would have to be written to. A waiting row is still claimed while its due_at is lease_end.
-- Unlogged: after a crash of PostgreSQL, claims end with their lease.
CREATE UNLOGGED TABLE claim (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    worker     integer     NOT NULL,
    lease_end  timestamptz NOT NULL,
    -- EXTERNAL because random bits cannot be compressed.
    deliveries uuid[]      STORAGE EXTERNAL NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.02);
COMMENT ON TABLE claim IS 'Written by delivery-worker; read by delivery-worker.';

-- Recoveries: all failed deliveries of an endpoint's time span are resent, a few at a time. Each step moves the position in the
-- transaction that resends what lies before it. The step holds the row's lock until it commits: that is the lease.
CREATE TABLE recovery (
    id                  uuid        PRIMARY KEY,
    endpoint_id         uuid        NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
    status              text        NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done')),
    since               timestamptz NOT NULL,
    until               timestamptz NOT NULL,
    -- The last delivery that was looked at, in the order of delivery_failed.
    position_created_at timestamptz NOT NULL,
    position_id         uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    resent              integer     NOT NULL DEFAULT 0,
    -- Found, but not to be sent again.
    skipped             integer     NOT NULL DEFAULT 0,
    next_step_at        timestamptz NOT NULL,
    created_at          timestamptz NOT NULL,
    finished_at         timestamptz
);
CREATE INDEX recovery_endpoint ON recovery (endpoint_id, created_at, id);
CREATE INDEX recovery_due ON recovery (next_step_at) WHERE status <> 'done';
COMMENT ON TABLE recovery IS
    'Written by api-service (inserts) and delivery-worker (moves the position); read by api-service and delivery-worker.';
