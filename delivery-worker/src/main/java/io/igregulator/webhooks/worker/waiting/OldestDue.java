package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.sql.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How late the oldest due delivery is, which no Kafka tool can see. Measured now and then rather than at each scrape. */
final class OldestDue {
    private static final Logger log = LoggerFactory.getLogger(OldestDue.class);

    private final JdbcClient jdbc;
    private final WaitingMeters meters;
    private final InstantSource clock;

    OldestDue(JdbcClient jdbc, WaitingMeters meters, InstantSource clock) {
        this.jdbc = jdbc;
        this.meters = meters;
        this.clock = clock;
    }

    void measure() {
        try {
            meters.measured(oldestDue());
        } catch (DataAccessException e) {
            log.warn("cannot measure how late the oldest due delivery is: {}", e.toString());
            meters.unknown();
        }
    }

    /** An endpoint's queue row holds its earliest due time, and infinity while it is inactive. */
    private double oldestDue() {
        Instant now = clock.instant();
        @Nullable
        OffsetDateTime oldest = jdbc.sql("SELECT min(next_due_at) FROM endpoint_queue WHERE next_due_at <= ?")
                .param(SqlTime.of(now))
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
        return oldest == null ? 0 : Duration.between(oldest.toInstant(), now).toMillis() / 1000.0;
    }
}
