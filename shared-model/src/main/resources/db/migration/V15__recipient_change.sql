-- One row per transaction that may change who gets an event: an endpoint or a watchlist was written. Fan-out remembers the
-- snapshot that its recipients were read in, and asks whether a row is there that this snapshot did not show. The row
-- commits with its change, so there is no order of numbers and commits to get wrong; and no two writers share a row, so
-- none waits for another.
CREATE TABLE recipient_change (
    tx         xid8        PRIMARY KEY DEFAULT pg_current_xact_id(),
    changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION note_recipient_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO recipient_change DEFAULT VALUES ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- Once per statement: an import of thousands of rows costs as much as that of one.
CREATE TRIGGER endpoint_changes_recipients AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON endpoint
    FOR EACH STATEMENT EXECUTE FUNCTION note_recipient_change();
CREATE TRIGGER watchlist_changes_recipients AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON watchlist_entry
    FOR EACH STATEMENT EXECUTE FUNCTION note_recipient_change();
