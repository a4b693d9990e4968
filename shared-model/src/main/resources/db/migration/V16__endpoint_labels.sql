-- What an owner calls an endpoint and notes about it, when it was last changed, and an order to page through an account's
-- endpoints in. The column events may hold wildcards from here on: license.*, *.

-- Null: no name, no notes. metadata is an object of texts.
ALTER TABLE endpoint
    ADD COLUMN name       text,
    ADD COLUMN metadata   jsonb,
    -- Null for one that has not changed since it was created, or since this migration.
    ADD COLUMN updated_at timestamptz;

CREATE FUNCTION note_endpoint_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

-- Here and not in the services, since both change versions, and so does the release before.
CREATE TRIGGER endpoint_updated BEFORE UPDATE OF version ON endpoint
    FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION note_endpoint_change();

-- A page of an unlimited account is read from where the one before it ended. It serves what endpoint_account served too.
CREATE INDEX endpoint_page ON endpoint (account_id, created_at, id);
DROP INDEX endpoint_account;
