-- Accounts, their API keys and the rate limit of each key.

CREATE TABLE account (
    id                  uuid        PRIMARY KEY,
    name                text        NOT NULL,
    plan                text        NOT NULL CHECK (plan IN ('starter', 'pro', 'business', 'enterprise')),
    -- What was negotiated with the account. Null where the plan's own figure applies.
    requests_per_second integer     CHECK (requests_per_second BETWEEN 1 AND 10000),
    suspended_at        timestamptz,
    created_at          timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE account IS 'Written by api-service; read by api-service.';

CREATE TABLE api_key (
    id           uuid        PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    sha256       bytea       NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    -- At most one minute behind.
    last_used_at timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX api_key_account ON api_key (account_id);
COMMENT ON TABLE api_key IS 'Written by api-service; read by api-service.';

-- One token bucket per key, stored as the time at which it will be full again. Unlogged: no request waits for a disk, and
-- after a crash all buckets start full. For the same reason there is no foreign key: its check would write to the key's row.
CREATE UNLOGGED TABLE request_bucket (
    key_id  uuid        PRIMARY KEY,
    full_at timestamptz NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
COMMENT ON TABLE request_bucket IS 'Written by api-service; read by api-service.';
