-- Who changed what, when and from where. Written in the transaction of the change; entries outlive what they tell of.
CREATE TABLE audit_entry (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL,
    -- Null where no single account is concerned.
    account_id     uuid,
    actor          text        NOT NULL CHECK (actor IN ('api_key', 'operator')),
    key_id         uuid        CHECK ((key_id IS NOT NULL) = (actor = 'api_key')),
    remote_address text        NOT NULL,
    action         text        NOT NULL,
    target         text        NOT NULL,
    -- Field to {"from", "to"}; a field whose values must not be told has neither.
    changes        jsonb       NOT NULL
);
CREATE INDEX audit_entry_account ON audit_entry (account_id, id DESC);
CREATE INDEX audit_entry_action ON audit_entry (action, id DESC);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_entry is append only';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
