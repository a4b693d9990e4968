-- Operators, the watchlists that name them, and the polling feed.

-- Gambling operators as far as they are known, from the operator's import and from the events themselves.
CREATE TABLE operator (
    slug              text        PRIMARY KEY,
    id                text,
    display_name      text,
    country           text,
    license_status    text        CHECK (license_status IN ('active', 'suspended', 'revoked', 'expired', 'pending')),
    -- The one that license_status is about.
    jurisdiction_code text,
    -- The time that license_status is from: an older event does not overwrite it.
    status_at         timestamptz,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE operator IS
    'Written by api-service (imports) and delivery-worker (updates from events); read by api-service and delivery-worker.';

CREATE TABLE watchlist_entry (
    account_id    uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    operator_slug text        NOT NULL,
    added_at      timestamptz NOT NULL DEFAULT now(),
    -- Start of the watch in the feed's order: events of transactions from this one on.
    from_tx       xid8        NOT NULL DEFAULT pg_snapshot_xmax(pg_current_snapshot()),
    PRIMARY KEY (account_id, operator_slug)
);
-- Fan-out asks from the event's side: who watches this operator?
CREATE INDEX watchlist_entry_operator ON watchlist_entry (operator_slug);
-- Lists a watchlist, newest first.
CREATE INDEX watchlist_entry_newest ON watchlist_entry (account_id, added_at DESC, operator_slug);
COMMENT ON TABLE watchlist_entry IS 'Written by api-service; read by api-service and delivery-worker.';

-- Once per statement, as for endpoint.
CREATE TRIGGER watchlist_changes_recipients AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON watchlist_entry
    FOR EACH STATEMENT EXECUTE FUNCTION note_recipient_change();

-- Time spans in which an operator was watched and that have ended: what was sent in them stays readable.
CREATE TABLE watchlist_past (
    account_id    uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    operator_slug text        NOT NULL,
    from_tx       xid8        NOT NULL,
    -- The first transaction after the span.
    until_tx      xid8        NOT NULL,
    removed_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX watchlist_past_account ON watchlist_past (account_id, until_tx);
COMMENT ON TABLE watchlist_past IS
    'Written by api-service and delivery-worker (deletes what is too old); read by api-service and delivery-worker.';

-- The polling feed: who may read an event, and its place in an order that never changes once it was shown. One row per event.
-- The order is (stored_tx, event_id): a reader takes only what lies before the oldest transaction that is still open, so
-- nothing can appear later in a part that was read already. Neither times nor sequences promise that.
CREATE TABLE feed_entry (
    -- 'everyone', 'operator:' and a slug, or 'account:' and an id.
    audience  text        COLLATE "C" NOT NULL,
    stored_tx xid8        NOT NULL DEFAULT pg_current_xact_id(),
    event_id  uuid        NOT NULL,
    -- When its transaction began, so never later than the time at which stored_tx was assigned.
    stored_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (audience, stored_tx, event_id)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.02);
-- Finds the place in the order that a time stands for, and what is too old.
CREATE INDEX feed_entry_stored ON feed_entry (stored_at, stored_tx, event_id);
COMMENT ON TABLE feed_entry IS 'Written by delivery-worker; read by api-service and delivery-worker.';

-- Polls of the current hour. Unlogged: a crash may lose them, which spares every poll a flush of the log.
CREATE UNLOGGED TABLE feed_poll (
    account_id uuid        PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    started_at timestamptz NOT NULL,
    polls      integer     NOT NULL
) WITH (fillfactor = 50);
COMMENT ON TABLE feed_poll IS 'Written by api-service; read by api-service.';
