-- The latest request to try an endpoint at once. The worker that owns the endpoint takes it with its next claim, so that a request
-- outlives a change of worker. The row stays: requests of callers are limited by its time.
CREATE TABLE endpoint_resume (
    endpoint_id  uuid        PRIMARY KEY REFERENCES endpoint (id) ON DELETE CASCADE,
    requested_at timestamptz NOT NULL,
    -- Until a worker has taken it.
    pending      boolean     NOT NULL
);
COMMENT ON TABLE endpoint_resume IS
    'Written by api-service and delivery-worker (pending only); read by api-service and delivery-worker.';

COMMENT ON TABLE endpoint_circuit IS
    'Written by delivery-worker and api-service (probe_at only, when an endpoint is to be tried at once); '
    'read by api-service and delivery-worker.';

COMMENT ON TABLE endpoint_queue IS
    'Written by api-service (resend; wakes an endpoint that is to be tried at once) and delivery-worker; '
    'read by delivery-worker and api-service.';
