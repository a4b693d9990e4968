package io.igregulator.webhooks.api.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures for how long the feed has been held back: while a transaction that has written something stays open, all later
 * entries stay hidden. The time counts from when the transaction was first seen.
 */
final class FeedHorizon {
    private static final Logger log = LoggerFactory.getLogger(FeedHorizon.class);
    private static final String HORIZON = """
            SELECT pg_snapshot_xmin(now)::text AS oldest, pg_snapshot_xmin(now) < pg_snapshot_xmax(now) AS held
            FROM pg_current_snapshot() now
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private String oldest = "";
    private Instant since = Instant.MIN;
    private volatile double ageSeconds = Double.NaN;

    FeedHorizon(JdbcClient jdbc, MeterRegistry registry, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("webhook.feed.horizon.age", () -> ageSeconds)
                .description("How long the oldest open transaction that has written has held the polling feed back")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Called by one thread. */
    void measure() {
        try {
            ageSeconds = jdbc.sql(HORIZON)
                    .query((row, number) -> age(row.getString("oldest"), row.getBoolean("held")))
                    .single();
        } catch (RuntimeException e) {
            ageSeconds = Double.NaN;
            log.debug("The horizon of the feed could not be measured", e);
        }
    }

    private double age(String transaction, boolean held) {
        Instant now = clock.instant();
        if (!held || !transaction.equals(oldest)) {
            oldest = transaction;
            since = now;
        }
        return Duration.between(since, now).toMillis() / 1000.0;
    }
}
