-- History of 31 days for 202 endpoints, the indexes made afterwards. Endpoint 0 has half of all rows, nearly all of them
-- successes; endpoint 1 a tenth, nearly all of them failures; the others share the rest. Types and statuses are skewed, down
-- to one in ten thousand, by their codes. One in 16 failures is a timeout, one in 65536 got a 503. ${rows} is a number.
DO $$
DECLARE
    day date;
BEGIN
    FOR i IN 0..30 LOOP
        day := DATE '2026-10-22' + i;
        EXECUTE format('CREATE TABLE delivery_%s PARTITION OF delivery FOR VALUES FROM (%L) TO (%L)',
            to_char(day, 'YYYYMMDD'),
            (lpad(to_hex((extract(epoch FROM day) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid,
            (lpad(to_hex((extract(epoch FROM day + 1) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid);
    END LOOP;
END $$;

CREATE TABLE kept_index AS
SELECT pg_get_indexdef(indexrelid) AS definition, indexrelid::regclass::text AS name
FROM pg_index WHERE indrelid = 'delivery'::regclass AND NOT indisprimary;
DO $$
DECLARE
    index text;
BEGIN
    FOR index IN SELECT name FROM kept_index LOOP
        EXECUTE 'DROP INDEX ' || index;
    END LOOP;
END $$;
ALTER TABLE delivery DROP CONSTRAINT delivery_pkey;

INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, last_http_status, last_error,
    latency_ms, created_at, completed_at)
SELECT id, ('00000000-0000-4000-8000-' || lpad(endpoint::text, 12, '0'))::uuid, id,
    CASE
        WHEN type < 0.7 THEN 1
        WHEN type < 0.8 THEN 2
        WHEN type < 0.9 THEN 3
        WHEN type < 0.95 THEN 4
        WHEN type < 0.97 THEN 5
        WHEN type < 0.99 THEN 6
        WHEN type < 0.999 THEN 7
        WHEN type < 0.9995 THEN 8
        WHEN type < 0.9999 THEN 9
        ELSE 10
    END,
    status, 1,
    CASE WHEN status = 3 THEN 200 WHEN hash LIKE '0000%' THEN 503 WHEN hash NOT LIKE '1%' THEN 500 END,
    CASE WHEN status <> 3 AND hash LIKE '1%' THEN 'timeout' END,
    40, at,
    CASE WHEN status IN (3, 4) THEN at END
FROM (
    SELECT *, (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '8' || substr(hash, 1, 3) || '8'
            || substr(hash, 4, 15))::uuid AS id,
        CASE
            WHEN endpoint = 1 THEN CASE WHEN chance < 0.0001 THEN 3 ELSE 4 END
            WHEN chance < 0.9949 THEN 3
            WHEN chance < 0.9998 THEN 4
            WHEN chance < 0.99995 THEN 2
            ELSE 1
        END AS status
    FROM (
        SELECT timestamptz '2026-10-22 00:00Z' + n * (interval '31 days' / ${rows}) AS at, md5(n::text) AS hash,
            CASE
                WHEN share < 0.5 THEN 0
                WHEN share < 0.6 THEN 1
                ELSE 2 + floor(share * 1000000)::int % 200
            END AS endpoint,
            type, chance
        FROM (
            SELECT n, random() AS share, random() AS type, random() AS chance
            FROM generate_series(0, ${rows} - 1) AS n
        ) drawn
    ) placed
) skewed;

SET maintenance_work_mem = '512MB';
ALTER TABLE delivery ADD PRIMARY KEY (id);
DO $$
DECLARE
    index text;
BEGIN
    FOR index IN SELECT definition FROM kept_index LOOP
        EXECUTE replace(index, ' ON ONLY ', ' ON ');
    END LOOP;
END $$;
VACUUM ANALYZE delivery;
