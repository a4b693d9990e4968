-- What each service may do, and nothing beyond it. As of V18.
--
-- Flyway runs this file again when it has changed: each migration raises the number above, so that a table or view which it
-- made, or made again, gets its line here. A partition needs none, since it is reached through its table; the default
-- partitions are also swept by name.
DO $$
DECLARE
    known CONSTANT integer := 18;
    service text;
    target text;
    rights text;
BEGIN
    -- A service of an older release that starts while newer ones run would take their rights away.
    IF EXISTS (
        SELECT FROM flyway_schema_history WHERE success AND version ~ '^[0-9]+$' AND version::integer > known)
    THEN
        RETURN;
    END IF;

    FOREACH service IN ARRAY ARRAY['webhooks_api', 'webhooks_worker'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
            -- A superuser's database, for development. Roles belong to the cluster: another database may make it just now.
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', service);
            EXCEPTION
                WHEN duplicate_object OR unique_violation THEN
                    NULL;
                WHEN insufficient_privilege THEN
                    RAISE EXCEPTION 'role % is missing: a superuser has to run deploy/postgres/roles.sql', service;
            END;
        END IF;
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), service);
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %I', current_schema(), service);
        EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA %I FROM %I', current_schema(), service);
        EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA %I FROM %I', current_schema(), service);
    END LOOP;

    -- A lock of a row (FOR UPDATE, FOR KEY SHARE) needs the right to update some column of it.
    FOR service, target, rights IN VALUES
        ('webhooks_api', 'flyway_schema_history', 'SELECT'),
        ('webhooks_api', 'account', 'SELECT, INSERT, UPDATE'),
        ('webhooks_api', 'api_key', 'SELECT, INSERT, UPDATE'),
        ('webhooks_api', 'console_session', 'SELECT, INSERT, UPDATE, DELETE'),
        ('webhooks_api', 'portal_link', 'SELECT, INSERT, UPDATE (expires_at), DELETE'),
        ('webhooks_api', 'request_bucket', 'SELECT, INSERT, UPDATE'),
        ('webhooks_api', 'audit_entry', 'SELECT, INSERT'),
        ('webhooks_api', 'watchlist_entry', 'SELECT, INSERT, DELETE'),
        ('webhooks_api', 'watchlist_past', 'SELECT, INSERT, DELETE'),
        ('webhooks_api', 'operator', 'SELECT, INSERT, UPDATE'),
        ('webhooks_api', 'endpoint', 'SELECT, INSERT, UPDATE, DELETE'),
        ('webhooks_api', 'endpoint_secret', 'SELECT, INSERT, UPDATE, DELETE'),
        ('webhooks_api', 'endpoint_activity', 'SELECT'),
        ('webhooks_api', 'endpoint_circuit', 'SELECT, UPDATE (probe_at)'),
        ('webhooks_api', 'endpoint_resume', 'SELECT, INSERT, UPDATE'),
        ('webhooks_api', 'endpoint_activity', 'UPDATE (failing_since, last_failed_at)'),
        ('webhooks_api', 'endpoint_degradation', 'SELECT'),
        ('webhooks_api', 'deleted_endpoint', 'INSERT'),
        ('webhooks_api', 'recipient_change', 'INSERT'),
        ('webhooks_api', 'outbox', 'SELECT, INSERT, DELETE'),
        ('webhooks_api', 'publication', 'SELECT, INSERT'),
        ('webhooks_api', 'event', 'SELECT'),
        ('webhooks_api', 'feed_entry', 'SELECT'),
        ('webhooks_api', 'feed_generation', 'SELECT'),
        ('webhooks_api', 'feed_poll', 'SELECT, INSERT, UPDATE'),
        ('webhooks_api', 'delivery', 'SELECT, UPDATE'),
        ('webhooks_api', 'attempt', 'SELECT, INSERT'),
        ('webhooks_api', 'first_success', 'SELECT'),
        ('webhooks_api', 'every_attempt', 'SELECT'),
        ('webhooks_api', 'figures_batch', 'SELECT'),
        ('webhooks_api', 'figures_minute', 'SELECT'),
        ('webhooks_api', 'figures_hour', 'SELECT'),
        ('webhooks_api', 'waiting_delivery', 'SELECT, INSERT, UPDATE'),
        ('webhooks_api', 'endpoint_queue', 'SELECT, INSERT, UPDATE'),
        ('webhooks_api', 'recovery', 'SELECT, INSERT'),
        ('webhooks_api', 'idempotent_answer', 'SELECT, INSERT, UPDATE'),
        ('webhooks_api', 'replay', 'SELECT, INSERT, UPDATE'),

        ('webhooks_worker', 'flyway_schema_history', 'SELECT'),
        ('webhooks_worker', 'audit_entry', 'INSERT'),
        ('webhooks_worker', 'watchlist_entry', 'SELECT'),
        ('webhooks_worker', 'watchlist_past', 'SELECT, DELETE'),
        ('webhooks_worker', 'operator', 'SELECT, INSERT, UPDATE'),
        ('webhooks_worker', 'endpoint', 'SELECT, UPDATE (active, inactive_reason, inactive_since, version)'),
        ('webhooks_worker', 'endpoint_secret', 'SELECT, UPDATE (key_id, sealed)'),
        ('webhooks_worker', 'endpoint_activity', 'SELECT, INSERT, UPDATE'),
        ('webhooks_worker', 'endpoint_circuit', 'SELECT, INSERT, UPDATE, DELETE'),
        ('webhooks_worker', 'endpoint_resume', 'SELECT, UPDATE (pending)'),
        ('webhooks_worker', 'endpoint_degradation', 'SELECT, INSERT, DELETE'),
        ('webhooks_worker', 'deleted_endpoint', 'SELECT, DELETE'),
        ('webhooks_worker', 'recipient_change', 'SELECT, INSERT, DELETE'),
        ('webhooks_worker', 'outbox', 'SELECT, INSERT'),
        ('webhooks_worker', 'event', 'SELECT, INSERT'),
        ('webhooks_worker', 'event_default', 'SELECT, DELETE'),
        ('webhooks_worker', 'publication_default', 'SELECT, DELETE'),
        ('webhooks_worker', 'feed_entry', 'SELECT, INSERT, DELETE'),
        ('webhooks_worker', 'delivery', 'SELECT, INSERT, UPDATE, DELETE'),
        ('webhooks_worker', 'delivery_default', 'SELECT, DELETE'),
        ('webhooks_worker', 'attempt', 'SELECT, INSERT, DELETE'),
        ('webhooks_worker', 'attempt_default', 'SELECT, DELETE'),
        ('webhooks_worker', 'first_success', 'SELECT'),
        ('webhooks_worker', 'figures_batch', 'SELECT, INSERT, UPDATE (minute), DELETE'),
        ('webhooks_worker', 'figures_minute', 'SELECT, INSERT, DELETE'),
        ('webhooks_worker', 'figures_hour', 'SELECT, INSERT, DELETE'),
        ('webhooks_worker', 'waiting_delivery', 'SELECT, INSERT, UPDATE, DELETE'),
        ('webhooks_worker', 'endpoint_queue', 'SELECT, INSERT, UPDATE, DELETE'),
        ('webhooks_worker', 'recovery', 'SELECT, UPDATE'),
        ('webhooks_worker', 'claim', 'SELECT, INSERT, DELETE'),
        ('webhooks_worker', 'idempotent_answer', 'SELECT, DELETE'),
        ('webhooks_worker', 'active_encryption_key', 'SELECT, INSERT, UPDATE'),
        ('webhooks_worker', 'worker_number', 'USAGE')
    LOOP
        -- A migration to an earlier version has not all tables and columns yet.
        IF to_regclass(target) IS NOT NULL THEN
            BEGIN
                EXECUTE format(
                    'GRANT %s ON %s %I TO %I', rights, CASE rights WHEN 'USAGE' THEN 'SEQUENCE' ELSE 'TABLE' END, target, service);
            EXCEPTION
                WHEN undefined_column THEN
                    NULL;
            END;
        END IF;
    END LOOP;

    FOREACH target IN ARRAY ARRAY[
        'create_history_partition(text, date, uuid, uuid)', 'drop_history_partition(text)']
    LOOP
        IF to_regprocedure(target) IS NOT NULL THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO webhooks_worker', target);
        END IF;
    END LOOP;
END
$$;
