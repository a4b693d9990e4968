-- Retention makes and drops partitions, which only the owner of a table may. The worker's role owns nothing: it calls these,
-- which run as the owner of the schema and do nothing else.

-- One day's partition: a table of its own first, then what the default partition holds of that day moves over, then it is
-- attached. Returns how many rows moved.
CREATE FUNCTION create_history_partition(history text, day date, lower_id uuid, upper_id uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    name text := history || '_' || to_char(day, 'YYYYMMDD');
    key text := CASE history WHEN 'attempt' THEN 'delivery_id' ELSE 'id' END;
    moved integer;
BEGIN
    IF history NOT IN ('event', 'delivery', 'attempt', 'publication') THEN
        RAISE EXCEPTION '% has no partitions', history USING ERRCODE = 'invalid_parameter_value';
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name, history);
    -- At the table, not only at its default partition: a writer that already chose the default partition for its row would
    -- be refused there once the new one is attached. One that waits here chooses afterwards.
    EXECUTE format('LOCK TABLE ONLY %I IN SHARE ROW EXCLUSIVE MODE', history);
    EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', history || '_default');
    EXECUTE format(
        'WITH moved AS (DELETE FROM %I WHERE %I >= $1 AND %2$I < $2 RETURNING *) INSERT INTO %I SELECT * FROM moved',
        history || '_default', key, name) USING lower_id, upper_id;
    GET DIAGNOSTICS moved = ROW_COUNT;
    EXECUTE format(
        'ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', history, name, lower_id, upper_id);
    RETURN moved;
END
$$;

-- Drops a partition of the history, and no other table. One that is gone already is no failure.
CREATE FUNCTION drop_history_partition(name text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    partition regclass := to_regclass(name);
BEGIN
    IF partition IS NULL THEN
        RETURN;
    END IF;
    IF NOT EXISTS (
        SELECT FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhrelid = partition AND pg_get_expr(relpartbound, 0) <> 'DEFAULT'
            AND inhparent IN ('event'::regclass, 'delivery'::regclass, 'attempt'::regclass, 'publication'::regclass)
    ) THEN
        RAISE EXCEPTION '% is not a partition of the history', name USING ERRCODE = 'invalid_parameter_value';
    END IF;
    EXECUTE 'DROP TABLE ' || partition;
END
$$;

-- They see this schema alone: a caller's temporary table must not pass for one of ours.
DO $$
BEGIN
    EXECUTE format(
        'ALTER FUNCTION create_history_partition(text, date, uuid, uuid) SET search_path = %I, pg_temp', current_schema());
    EXECUTE format('ALTER FUNCTION drop_history_partition(text) SET search_path = %I, pg_temp', current_schema());
END
$$;
REVOKE EXECUTE ON FUNCTION create_history_partition(text, date, uuid, uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION drop_history_partition(text) FROM PUBLIC;
