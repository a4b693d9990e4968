-- Statuses and event types as codes: half of what a row of history costs is its index entry, and these were most of that.
-- The enums DeliveryStatus and EventType own the codes. They are stable: a new value gets a code that was never used, and
-- its migration widens the check. The whole of the history is rewritten here, once, while nothing else can use it.

DROP VIEW every_attempt, first_success;
DROP INDEX delivery_failed;

ALTER TABLE delivery
    DROP CONSTRAINT delivery_status_check,
    ALTER COLUMN status TYPE smallint USING CASE status
        WHEN 'pending' THEN 1
        WHEN 'retrying' THEN 2
        WHEN 'success' THEN 3
        WHEN 'failed' THEN 4
    END,
    ALTER COLUMN event_type TYPE smallint USING CASE event_type
        WHEN 'license.status_changed' THEN 1
        WHEN 'license.expiring_30d' THEN 2
        WHEN 'license.expiring_60d' THEN 3
        WHEN 'license.expiring_90d' THEN 4
        WHEN 'license.expired' THEN 5
        WHEN 'license.issued' THEN 6
        WHEN 'regulatory_action.added' THEN 7
        WHEN 'coverage.degraded' THEN 8
        WHEN 'coverage.restored' THEN 9
        WHEN 'webhook.endpoint_degraded' THEN 10
    END,
    ADD CONSTRAINT delivery_status_check CHECK (status BETWEEN 1 AND 4),
    ADD CONSTRAINT delivery_event_type_check CHECK (event_type BETWEEN 1 AND 10);

ALTER TABLE waiting_delivery
    ALTER COLUMN event_type TYPE smallint USING CASE event_type
        WHEN 'license.status_changed' THEN 1
        WHEN 'license.expiring_30d' THEN 2
        WHEN 'license.expiring_60d' THEN 3
        WHEN 'license.expiring_90d' THEN 4
        WHEN 'license.expired' THEN 5
        WHEN 'license.issued' THEN 6
        WHEN 'regulatory_action.added' THEN 7
        WHEN 'coverage.degraded' THEN 8
        WHEN 'coverage.restored' THEN 9
        WHEN 'webhook.endpoint_degraded' THEN 10
    END,
    ADD CONSTRAINT waiting_delivery_event_type_check CHECK (event_type BETWEEN 1 AND 10);

COMMENT ON COLUMN delivery.status IS '1 pending, 2 retrying, 3 success, 4 failed';
COMMENT ON COLUMN delivery.event_type IS
    '1 license.status_changed, 2 license.expiring_30d, 3 license.expiring_60d, 4 license.expiring_90d, 5 license.expired, '
    '6 license.issued, 7 regulatory_action.added, 8 coverage.degraded, 9 coverage.restored, 10 webhook.endpoint_degraded';
COMMENT ON COLUMN waiting_delivery.event_type IS 'As delivery.event_type.';

-- As in V7.
CREATE INDEX delivery_failed ON delivery (endpoint_id, created_at, id) WHERE status = 4;

-- As in V13.
CREATE VIEW first_success AS
SELECT id AS delivery_id, 1::smallint AS number, completed_at - latency_ms * interval '1 millisecond' AS started_at,
    last_http_status AS http_status, latency_ms, NULL::text AS error, response_body
FROM delivery
WHERE status = 3 AND attempt_count = 1;

CREATE VIEW every_attempt AS
SELECT delivery_id, number, started_at, http_status, latency_ms, error, response_body
FROM attempt
UNION ALL
SELECT delivery_id, number, started_at, http_status, latency_ms, error, response_body
FROM first_success f
-- Not EXISTS, which the planner may turn into a join that reads every attempt.
WHERE (SELECT true FROM attempt a WHERE a.delivery_id = f.delivery_id AND a.number = f.number) IS NULL;
