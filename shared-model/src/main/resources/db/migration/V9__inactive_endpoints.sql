-- Why an endpoint is inactive, and since when. Null while it is active, and for what became inactive before this migration.
ALTER TABLE endpoint
    ADD COLUMN inactive_reason text CHECK (inactive_reason IN ('owner', 'gone')),
    ADD COLUMN inactive_since  timestamptz;
COMMENT ON TABLE endpoint IS
    'Written by api-service and delivery-worker (active with its reason, and version, after a 410); '
    'read by api-service and delivery-worker.';
