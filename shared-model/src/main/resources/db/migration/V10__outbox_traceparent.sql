-- Header of the record, where the publisher sent one.
ALTER TABLE outbox ADD COLUMN traceparent text;
