package io.igregulator.webhooks.worker.metrics;

import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits in PostgreSQL, which no Kafka tool can see: how many rows, and how late the oldest due one is. Measured now
 * and then rather than at each scrape.
 */
final class WaitingDepth implements SupervisedLoop.Body {
    private static final Logger log = LoggerFactory.getLogger(WaitingDepth.class);

    private final JdbcClient jdbc;
    private final Duration interval;
    private final InstantSource clock;
    private volatile double rows = Double.NaN;
    private volatile double oldestDueSeconds = Double.NaN;

    WaitingDepth(JdbcClient jdbc, Duration interval, InstantSource clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.interval = interval;
        this.clock = clock;
        Gauge.builder("webhook.waiting.rows", this, depth -> depth.rows)
                .description("Deliveries waiting in PostgreSQL: retries, held ones, resends")
                .register(meters);
        Gauge.builder("webhook.waiting.oldest.due", this, depth -> depth.oldestDueSeconds)
                .description("How long the oldest due delivery of an active endpoint has been due")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            measure();
            signal.alive();
            signal.pause(interval);
        }
    }

    private void measure() {
        try {
            rows = jdbc.sql("SELECT count(*) FROM waiting_delivery")
                    .query(Long.class)
                    .single();
            oldestDueSeconds = oldestDue();
        } catch (DataAccessException e) {
            log.warn("cannot measure waiting rows: {}", e.toString());
            rows = Double.NaN;
            oldestDueSeconds = Double.NaN;
        }
    }

    /** An endpoint's queue row holds its earliest due time, and infinity while it is inactive. */
    private double oldestDue() {
        Instant now = clock.instant();
        @Nullable
        OffsetDateTime oldest = jdbc.sql("SELECT min(next_due_at) FROM endpoint_queue WHERE next_due_at <= ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
        return oldest == null ? 0 : Duration.between(oldest.toInstant(), now).toMillis() / 1000.0;
    }
}
