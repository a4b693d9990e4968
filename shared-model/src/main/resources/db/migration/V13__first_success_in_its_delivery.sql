-- A delivery that succeeds at its first attempt, as nearly all do, is one row: the attempt is derived from it. Attempt rows are
-- those of failures and of later attempts.

-- The beginning of the answer to that attempt; null as well where there was none.
ALTER TABLE delivery ADD COLUMN response_body text;

-- The attempts that have no row, as long as nothing else happened to their delivery.
CREATE VIEW first_success AS
SELECT id AS delivery_id, 1::smallint AS number, completed_at - latency_ms * interval '1 millisecond' AS started_at,
    last_http_status AS http_status, latency_ms, NULL::text AS error, response_body
FROM delivery
WHERE status = 'success' AND attempt_count = 1;

-- All attempts. One that has a row is what the row says.
CREATE VIEW every_attempt AS
SELECT delivery_id, number, started_at, http_status, latency_ms, error, response_body
FROM attempt
UNION ALL
SELECT delivery_id, number, started_at, http_status, latency_ms, error, response_body
FROM first_success f
-- Not EXISTS, which the planner may turn into a join that reads every attempt.
WHERE (SELECT true FROM attempt a WHERE a.delivery_id = f.delivery_id AND a.number = f.number) IS NULL;
