-- Gambling operators as far as they are known: from the operator's import and from the events themselves.
CREATE TABLE operator (
    slug              text        PRIMARY KEY,
    id                text,
    display_name      text,
    country           text,
    license_status    text        CHECK (license_status IN ('active', 'suspended', 'revoked', 'expired', 'pending')),
    -- The one that license_status is about.
    jurisdiction_code text,
    -- When the status was so: an older event does not overwrite it.
    status_at         timestamptz,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now()
);

-- Lists a watchlist, newest first.
CREATE INDEX watchlist_entry_newest ON watchlist_entry (account_id, added_at DESC, operator_slug);
