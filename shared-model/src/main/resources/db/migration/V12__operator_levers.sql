-- What the operator finds and stops: entries of the audit log, accounts, endpoints, deliveries.

-- The audit log by what was changed, by the key that changed it, and by time.
CREATE INDEX audit_entry_target ON audit_entry (target, id DESC);
CREATE INDEX audit_entry_key ON audit_entry (key_id, id DESC) WHERE key_id IS NOT NULL;
CREATE INDEX audit_entry_at ON audit_entry (at);

-- Accounts by the beginning of their name. Byte order serves a prefix, the order of the pages and the place in it at once.
CREATE INDEX account_name ON account (lower(name) COLLATE "C", id);

-- An endpoint that the operator has stopped, with the reason that its owner reads. It is inactive until the operator lifts
-- the stop; inactive_reason says what it was before, null if it was active.
ALTER TABLE endpoint
    ADD COLUMN stopped_at  timestamptz,
    ADD COLUMN stop_reason text CONSTRAINT endpoint_stop_check CHECK ((stop_reason IS NULL) = (stopped_at IS NULL));

-- An account whose deliveries the operator has suspended: they wait. Each of its endpoints carries the mark too, so that
-- the worker reads it with what it reads anyway.
ALTER TABLE account ADD COLUMN deliveries_suspended_at timestamptz;
ALTER TABLE endpoint ADD COLUMN suspended_at timestamptz;
