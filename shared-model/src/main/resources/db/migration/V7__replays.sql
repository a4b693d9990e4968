-- Replays: the stored events of a time span are published again, a few at a time. Each step moves the position in the
-- transaction that puts the events before it in the outbox. The step holds the row's lock until it commits: that is the lease.
CREATE TABLE replay (
    id          uuid        PRIMARY KEY,
    since       timestamptz NOT NULL,
    until       timestamptz NOT NULL,
    -- Wire names of event types; null for all.
    types       text[],
    status      text        NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done')),
    -- The last event that was looked at, in the order of the ids.
    position    uuid        NOT NULL,
    -- Events of the span when the replay was asked for.
    found       bigint      NOT NULL,
    published   bigint      NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE INDEX replay_due ON replay (created_at, id) WHERE status <> 'done';
COMMENT ON TABLE replay IS 'Written by api-service; read by api-service.';
