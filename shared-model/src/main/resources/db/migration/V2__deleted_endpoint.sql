-- Endpoints whose history is still to be removed. Written with the deletion, taken away by the worker's retention once
-- nothing of them is left.
CREATE TABLE deleted_endpoint (
    endpoint_id uuid        PRIMARY KEY,
    deleted_at  timestamptz NOT NULL
);
