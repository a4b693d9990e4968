-- Who is in the operator's console or in the customers' portal, and the links that lead into the portal. Of every secret its
-- SHA-256 alone. What has expired is deleted as later sessions and links are made.
CREATE TABLE console_session (
    sha256       bytea       PRIMARY KEY,
    -- Each side takes its own sessions only: a browser sends the cookies of both to either port of a host.
    side         text        NOT NULL CHECK (side IN ('console', 'portal')),
    -- Of the operator's token that opened it: without the token the session ends.
    token_sha256 bytea       CHECK ((token_sha256 IS NOT NULL) = (side = 'console')),
    -- Whose things the portal shows.
    account_id   uuid        REFERENCES account (id) ON DELETE CASCADE
        CHECK ((account_id IS NOT NULL) = (side = 'portal')),
    role         text        CHECK (role IN ('read', 'write')) CHECK ((role IS NOT NULL) = (side = 'portal')),
    -- Where a visitor of the portal came from.
    return_url   text,
    created_at   timestamptz NOT NULL,
    seen_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX console_session_expires_at ON console_session (expires_at);
CREATE INDEX console_session_account ON console_session (account_id) WHERE account_id IS NOT NULL;
COMMENT ON TABLE console_session IS 'Written by api-service; read by api-service.';

-- Deleted by the one visit that it is for.
CREATE TABLE portal_link (
    sha256     bytea       PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role       text        NOT NULL CHECK (role IN ('read', 'write')),
    return_url text,
    expires_at timestamptz NOT NULL
);
CREATE INDEX portal_link_expires_at ON portal_link (expires_at);
CREATE INDEX portal_link_account ON portal_link (account_id);
COMMENT ON TABLE portal_link IS 'Written by api-service; read by api-service.';

-- One more actor. Every row that is there passed a narrower check, so none is read again.
ALTER TABLE audit_entry
    DROP CONSTRAINT audit_entry_actor_check,
    ADD CONSTRAINT audit_entry_actor_check CHECK (actor IN ('api_key', 'operator', 'worker', 'portal')) NOT VALID;
