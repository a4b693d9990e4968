-- What was negotiated with the account; null where the plan's own figure holds.
ALTER TABLE account ADD COLUMN requests_per_second integer CHECK (requests_per_second BETWEEN 1 AND 10000);

-- At most a minute behind.
ALTER TABLE api_key ADD COLUMN last_used_at timestamptz;

-- A token bucket a key, as the one time at which it will be full again. Unlogged: no request waits for a disk, and after
-- a crash all buckets start full. For the same reason without a foreign key, whose check would write to the key's row.
CREATE UNLOGGED TABLE request_bucket (
    key_id  uuid        PRIMARY KEY,
    full_at timestamptz NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
