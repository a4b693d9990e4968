package io.igregulator.webhooks.worker.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Counts the recoveries that have not ended, now and then rather than at each scrape. */
final class CountRecoveries {
    private static final Logger log = LoggerFactory.getLogger(CountRecoveries.class);
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final RecoveryStore store;
    private final RecoveryMeters meters;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    CountRecoveries(RecoveryStore store, RecoveryMeters meters, InstantSource clock) {
        this.store = store;
        this.meters = meters;
        this.clock = clock;
    }

    void whenDue() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(BETWEEN);
        try {
            meters.measured(store.open());
        } catch (DataAccessException e) {
            // Recoveries continue without their number.
            log.warn("cannot count recoveries: {}", e.toString());
            meters.unknown();
        }
    }
}
