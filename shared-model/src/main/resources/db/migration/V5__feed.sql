-- The polling feed: who may read an event, and its place in an order that never changes once it was shown. -----------------

-- One row an event. The order is (stored_tx, event_id): a reader takes only what lies before the oldest transaction that
-- is still open, so nothing can turn up later in a part that was read already. Neither times nor sequences promise that.
CREATE TABLE feed_entry (
    -- 'everyone', 'operator:' and a slug, or 'account:' and an id.
    audience  text        COLLATE "C" NOT NULL,
    stored_tx xid8        NOT NULL DEFAULT pg_current_xact_id(),
    event_id  uuid        NOT NULL,
    -- When its transaction began, so never later than stored_tx was given out.
    stored_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (audience, stored_tx, event_id)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.02);
-- Finds the place in the order that a time stands for, and what is too old.
CREATE INDEX feed_entry_stored ON feed_entry (stored_at, stored_tx, event_id);

-- Since when an operator has been watched, in the feed's order: events of transactions from this one on.
ALTER TABLE watchlist_entry ADD COLUMN from_tx xid8 NOT NULL DEFAULT pg_snapshot_xmax(pg_current_snapshot());

-- Spans in which an operator was watched that have ended: what was sent then stays readable.
CREATE TABLE watchlist_past (
    account_id    uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    operator_slug text        NOT NULL,
    from_tx       xid8        NOT NULL,
    -- The first one after it.
    until_tx      xid8        NOT NULL,
    removed_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX watchlist_past_account ON watchlist_past (account_id, until_tx);

-- Polls of the current hour. A crash may forget them, which spares every poll a flush of the log.
CREATE UNLOGGED TABLE feed_poll (
    account_id uuid        PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    started_at timestamptz NOT NULL,
    polls      integer     NOT NULL
) WITH (fillfactor = 50);

-- Events that are there already: all at this transaction's place, by their own time among themselves. Spans of watching
-- were not kept so far, so whoever watches an operator now finds its events of the last 30 days.
CREATE FUNCTION pg_temp.text_of(body bytea, VARIADIC path text[]) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN convert_from(body, 'UTF8')::json #>> path;
EXCEPTION WHEN others THEN
    RETURN NULL;
END
$$;

INSERT INTO feed_entry (audience, event_id, stored_at)
SELECT audience, id, published_at
FROM (
    SELECT event.id, least(event.published_at, now()) AS published_at,
        CASE
            WHEN event.type LIKE 'coverage.%' THEN 'everyone'
            WHEN event.type = 'webhook.endpoint_degraded' THEN (
                SELECT 'account:' || endpoint.account_id
                FROM endpoint
                WHERE endpoint.id::text = pg_temp.text_of(event.body, 'data', 'endpoint_id'))
            ELSE 'operator:' || pg_temp.text_of(event.body, 'data', 'operator_slug')
        END AS audience
    FROM event
    WHERE event.published_at > now() - interval '30 days'
) AS known
WHERE audience IS NOT NULL;

UPDATE watchlist_entry SET from_tx = pg_current_xact_id();
