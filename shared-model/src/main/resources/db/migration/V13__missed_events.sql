-- Recoveries of what was missed: stored events that the endpoint takes as it is now and for which it has no delivery.
ALTER TABLE recovery
    -- 'failed', 'missed' or both.
    ADD COLUMN what             text[] NOT NULL DEFAULT '{failed}',
    -- Whether it only counts.
    ADD COLUMN dry_run          boolean NOT NULL DEFAULT false,
    -- Missed events were stored by transactions below this number: those that could have ended when the recovery was asked for.
    -- The worker looks for them once each delivery of theirs that is under way is recorded.
    ADD COLUMN missed_below     xid8,
    -- The last stored event that was looked at, in the order of feed_entry_stored. Null while the failed ones are resent.
    ADD COLUMN missed_stored_at timestamptz,
    ADD COLUMN missed_tx        xid8,
    ADD COLUMN missed_event     uuid,
    -- Missed events that were sent.
    ADD COLUMN sent             integer NOT NULL DEFAULT 0;
