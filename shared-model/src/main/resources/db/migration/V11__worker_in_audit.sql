-- A receiver that answers 410 has its endpoint deactivated: a change that the worker makes, whom nobody called.
ALTER TABLE audit_entry
    DROP CONSTRAINT audit_entry_actor_check,
    ADD CONSTRAINT audit_entry_actor_check CHECK (actor IN ('api_key', 'operator', 'worker')),
    ALTER COLUMN remote_address DROP NOT NULL,
    ADD CONSTRAINT audit_entry_remote_address_check CHECK ((remote_address IS NULL) = (actor = 'worker'));
