-- What a key is called, what it may do, and until when it opens anything. Null: no name, no end.
ALTER TABLE api_key
    ADD COLUMN name       text,
    ADD COLUMN scope      text NOT NULL DEFAULT 'write' CHECK (scope IN ('read', 'write')),
    ADD COLUMN expires_at timestamptz;

-- The name of the operator's token, where it has one.
ALTER TABLE audit_entry ADD COLUMN operator_name text;
