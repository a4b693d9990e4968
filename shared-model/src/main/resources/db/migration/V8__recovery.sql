-- Recoveries: all failed deliveries of an endpoint's span are resent, a few at a time. Each step moves the position in the
-- transaction that resends what lies before it, and holds the row's lock meanwhile: that is the lease.
CREATE TABLE recovery (
    id                  uuid        PRIMARY KEY,
    endpoint_id         uuid        NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
    status              text        NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done')),
    since               timestamptz NOT NULL,
    until               timestamptz NOT NULL,
    -- The last delivery that was looked at, by delivery_failed's order.
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
