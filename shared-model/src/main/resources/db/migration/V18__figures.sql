-- What came of attempts per endpoint and minute: delivered, refused, unanswered, by latency. A row holds the counts of many
-- endpoints, 21 bytes per endpoint and class (id, code, count), because a row per endpoint and minute would cost nearly as much
-- as the delivery itself where each endpoint gets few deliveries. Uncompressed: ids do not shrink.

-- One row per batch of outcomes and minute, in the transaction of the batch. A worker moves them to figures_minute every few
-- seconds.
CREATE TABLE figures_batch (
    id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    minute timestamptz NOT NULL,
    counts bytea       STORAGE EXTERNAL NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
COMMENT ON TABLE figures_batch IS 'Written by delivery-worker; read by delivery-worker and api-service.';

-- The same by part, one of 256 that the last byte of an endpoint's id gives, so that one endpoint's figures are read without
-- most others'. What is older than a day is moved to figures_hour.
CREATE TABLE figures_minute (
    part   smallint    NOT NULL,
    minute timestamptz NOT NULL,
    -- There may be several rows per part and minute, which add up.
    id     bigint      GENERATED ALWAYS AS IDENTITY,
    counts bytea       STORAGE EXTERNAL NOT NULL,
    PRIMARY KEY (part, minute, id)
);
COMMENT ON TABLE figures_minute IS 'Written by delivery-worker; read by delivery-worker and api-service.';

CREATE TABLE figures_hour (
    part   smallint    NOT NULL,
    hour   timestamptz NOT NULL,
    -- As in figures_minute.
    id     bigint      GENERATED ALWAYS AS IDENTITY,
    counts bytea       STORAGE EXTERNAL NOT NULL,
    PRIMARY KEY (part, hour, id)
);
COMMENT ON TABLE figures_hour IS 'Written by delivery-worker; read by delivery-worker and api-service.';
