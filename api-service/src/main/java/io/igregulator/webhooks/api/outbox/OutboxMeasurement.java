package io.igregulator.webhooks.api.outbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures the outbox now and then, apart from the relay, so that a stuck relay shows as well. */
final class OutboxMeasurement {
    private static final Logger log = LoggerFactory.getLogger(OutboxMeasurement.class);
    private static final String MEASURE = """
            SELECT count(*), coalesce(extract(epoch FROM now() - min(created_at)), 0)
            FROM outbox
            """;

    private final JdbcClient jdbc;
    private final OutboxMeters meters;

    OutboxMeasurement(JdbcClient jdbc, OutboxMeters meters) {
        this.jdbc = jdbc;
        this.meters = meters;
    }

    void measure() {
        try {
            meters.measured(read());
        } catch (RuntimeException e) {
            meters.measured(Depth.UNKNOWN);
            log.debug("The outbox could not be measured", e);
        }
    }

    private Depth read() {
        return jdbc.sql(MEASURE)
                .query((row, number) -> new Depth(row.getLong(1), row.getDouble(2)))
                .single();
    }

    /**
     * How much waits for the relay; not a number while it could not be measured.
     *
     * @param rows how many
     * @param oldestAgeSeconds zero when there are none
     */
    record Depth(double rows, double oldestAgeSeconds) {
        static final Depth UNKNOWN = new Depth(Double.NaN, Double.NaN);
    }
}
