-- What requests with an Idempotency-Key were answered, in the transaction of their effect. Repeats get it again.
CREATE TABLE idempotent_answer (
    -- Null for the operator's.
    account_id uuid        REFERENCES account (id) ON DELETE CASCADE,
    scope      uuid        NOT NULL
        GENERATED ALWAYS AS (coalesce(account_id, '00000000-0000-0000-0000-000000000000')) STORED,
    key        text        NOT NULL,
    -- Of method, path and body: another request with the same key is refused.
    sha256     bytea       NOT NULL,
    -- Some answers hold a secret, so all are encrypted, as endpoint_secret is.
    key_id     text        NOT NULL,
    sealed     bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotent_answer_expiry ON idempotent_answer (expires_at);

-- Which key encrypts new secrets, as the worker that was started last has it, and since when.
CREATE TABLE active_encryption_key (
    one_row boolean     PRIMARY KEY DEFAULT true CHECK (one_row),
    key_id  text        NOT NULL,
    since   timestamptz NOT NULL
);

-- Secrets are counted by key, and those of old keys are gone through in this order.
CREATE INDEX endpoint_secret_key ON endpoint_secret (key_id, endpoint_id, generation);
