-- History by any filter: one range for each status and type, merged newest first by whoever lists. It takes the place of
-- the index on endpoint and id, so that a row has no more indexes than before. NULLS LAST, although no id is null: the
-- primary key cannot serve that order, so no plan walks all of an endpoint's neighbours to find a few rows of its own.
DROP INDEX delivery_endpoint;
CREATE INDEX delivery_history ON delivery (endpoint_id, status, event_type, id DESC NULLS LAST);
-- What a recovery goes through. Few rows fail.
CREATE INDEX delivery_failed ON delivery (endpoint_id, created_at, id) WHERE status = 'failed';

-- A resend starts the retry schedule afresh while attempt numbers go on: the attempts made before it. Null when there was
-- none. Outcomes that know of fewer are of an attempt before the resend and change nothing any more.
ALTER TABLE delivery ADD COLUMN attempts_before_resend smallint;
ALTER TABLE waiting_delivery ADD COLUMN attempts_before_resend smallint;
-- How many resends of an endpoint wait.
CREATE INDEX waiting_delivery_resent ON waiting_delivery (endpoint_id) WHERE attempts_before_resend IS NOT NULL;
COMMENT ON COLUMN waiting_delivery.created_at IS
    'The start of its age: when Kafka took the event, or the delivery was resent.';

-- Whoever resends does not know how many partitions deliveries have; null until a worker, which knows, fills it in.
ALTER TABLE endpoint_queue ALTER COLUMN shard DROP NOT NULL;
