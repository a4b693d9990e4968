-- Operation: the audit log, repeated requests, encryption keys, and the partitions of the history.

-- Who changed what, when and from where. Written in the transaction of the change. Entries outlive what they describe.
CREATE TABLE audit_entry (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL,
    -- Null where no single account is concerned.
    account_id     uuid,
    -- The worker makes a change that no caller asked for: it deactivates an endpoint whose receiver answers 410.
    actor          text        NOT NULL CHECK (actor IN ('api_key', 'operator', 'worker')),
    key_id         uuid        CHECK ((key_id IS NOT NULL) = (actor = 'api_key')),
    remote_address text
        CONSTRAINT audit_entry_remote_address_check CHECK ((remote_address IS NULL) = (actor = 'worker')),
    action         text        NOT NULL,
    target         text        NOT NULL,
    -- Field to {"from", "to"}. A field whose values must not be shown has neither.
    changes        jsonb       NOT NULL
);
CREATE INDEX audit_entry_account ON audit_entry (account_id, id DESC);
CREATE INDEX audit_entry_action ON audit_entry (action, id DESC);
COMMENT ON TABLE audit_entry IS 'Written by api-service and delivery-worker (both insert); read by api-service.';

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_entry is append only';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- The answers to requests with an Idempotency-Key, in the transaction of their effect. Repeats get the same answer.
CREATE TABLE idempotent_answer (
    -- Null for the operator's.
    account_id uuid        REFERENCES account (id) ON DELETE CASCADE,
    scope      uuid        NOT NULL
        GENERATED ALWAYS AS (coalesce(account_id, '00000000-0000-0000-0000-000000000000')) STORED,
    key        text        NOT NULL,
    -- Of method, path and body: another request with the same key is refused.
    sha256     bytea       NOT NULL,
    -- Some answers hold a secret, so all are encrypted, as endpoint_secret is.
    key_id     text        NOT NULL,
    sealed     bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotent_answer_expiry ON idempotent_answer (expires_at);
COMMENT ON TABLE idempotent_answer IS
    'Written by api-service and delivery-worker (deletes what has expired); read by api-service and delivery-worker.';

-- Which key encrypts new secrets, as configured in the worker that was started last, and since when.
CREATE TABLE active_encryption_key (
    one_row boolean     PRIMARY KEY DEFAULT true CHECK (one_row),
    key_id  text        NOT NULL,
    since   timestamptz NOT NULL
);
COMMENT ON TABLE active_encryption_key IS 'Written by delivery-worker; read by delivery-worker.';

-- Retention creates and drops partitions, which only the owner of a table may do. The worker's role owns nothing. It calls
-- these functions, which run as the owner of the schema and do nothing else.

-- Creates one day's partition: first as a table of its own, then rows of that day in the default partition move to it, then it
-- is attached. Returns how many rows moved.
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

-- Drops a partition of the history, and no other table. One that does not exist any more is not a failure.
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

-- Both functions see this schema alone: a caller's temporary table must not pass for one of ours.
DO $$
BEGIN
    EXECUTE format(
        'ALTER FUNCTION create_history_partition(text, date, uuid, uuid) SET search_path = %I, pg_temp', current_schema());
    EXECUTE format('ALTER FUNCTION drop_history_partition(text) SET search_path = %I, pg_temp', current_schema());
END
$$;
REVOKE EXECUTE ON FUNCTION create_history_partition(text, date, uuid, uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION drop_history_partition(text) FROM PUBLIC;
