-- Notices of an endpoint's recovery and deactivation, and how long an endpoint has failed.

-- Two more event types. Every row that is there passed a narrower check, so none is read again.
ALTER TABLE delivery
    DROP CONSTRAINT delivery_event_type_check,
    ADD CONSTRAINT delivery_event_type_check CHECK (event_type BETWEEN 1 AND 12) NOT VALID;
ALTER TABLE waiting_delivery
    DROP CONSTRAINT waiting_delivery_event_type_check,
    ADD CONSTRAINT waiting_delivery_event_type_check CHECK (event_type BETWEEN 1 AND 12) NOT VALID;
COMMENT ON COLUMN delivery.event_type IS
    '1 license.status_changed, 2 license.expiring_30d, 3 license.expiring_60d, 4 license.expiring_90d, 5 license.expired, '
    '6 license.issued, 7 regulatory_action.added, 8 coverage.degraded, 9 coverage.restored, 10 webhook.endpoint_degraded, '
    '11 webhook.endpoint_recovered, 12 webhook.endpoint_disabled';

-- Values, and who sets them: owner (api-service), gone and failing (delivery-worker).
ALTER TABLE endpoint
    DROP CONSTRAINT endpoint_inactive_reason_check,
    ADD CONSTRAINT endpoint_inactive_reason_check
        CHECK (inactive_reason IN ('owner', 'gone', 'failing')) NOT VALID;
COMMENT ON TABLE endpoint IS
    'Written by api-service and delivery-worker (active with its reason, and version, to disable it); '
    'read by api-service and delivery-worker.';

-- The address of an account that gets notices: an endpoint like any other, which no plan counts.
ALTER TABLE endpoint ADD COLUMN for_notices boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX endpoint_for_notices ON endpoint (account_id) WHERE for_notices;

-- The first and the last failed attempt since the last success. Null after a success and for an endpoint that was
-- reactivated, whose count starts again. Without an index: the figures of an endpoint that fails now and then change with
-- every batch, and only a look every few minutes reads them all.
ALTER TABLE endpoint_activity
    ADD COLUMN failing_since  timestamptz,
    ADD COLUMN last_failed_at timestamptz;
COMMENT ON TABLE endpoint_activity IS
    'Written by delivery-worker and api-service (failing_since and last_failed_at, by trigger, when an endpoint becomes active or its suspension ends); '
    'read by api-service and delivery-worker.';

CREATE FUNCTION forget_failing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE endpoint_activity SET failing_since = NULL, last_failed_at = NULL
    WHERE endpoint_id = NEW.id AND failing_since IS NOT NULL;
    RETURN NULL;
END
$$;

-- Here and not in the services, since there are several ways to become active and one rule. What was suspended starts again too.
CREATE TRIGGER endpoint_reactivated AFTER UPDATE OF active, suspended_at ON endpoint
    FOR EACH ROW
    WHEN (NEW.active AND NEW.suspended_at IS NULL AND (NOT OLD.active OR OLD.suspended_at IS NOT NULL))
    EXECUTE FUNCTION forget_failing();
