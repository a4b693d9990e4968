package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.event.Body;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Notices a consumer that polls but makes no progress: records are there, none is taken and none is done. Whatever the
 * cause, a new consumer is the remedy; while PostgreSQL is away there cannot be any progress.
 */
final class ProgressWatch {
    private final Duration limit;
    private final InstantSource clock;
    private Instant lastProgress;

    ProgressWatch(Duration limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
        this.lastProgress = clock.instant();
    }

    void progressed() {
        lastProgress = clock.instant();
    }

    /** @throws IllegalStateException when there has been work and no progress for too long */
    void check(Consumer<byte[], Body> consumer, Collection<Assignment> owned, boolean databaseAway) {
        if (databaseAway || !hasWork(consumer, owned)) {
            progressed();
        } else if (clock.instant().isAfter(lastProgress.plus(limit))) {
            progressed();
            throw new IllegalStateException("no record was taken or done for " + limit + " although there are some");
        }
    }

    private static boolean hasWork(Consumer<byte[], Body> consumer, Collection<Assignment> owned) {
        return owned.stream().anyMatch(assignment -> {
            OptionalLong lag = consumer.currentLag(assignment.partition());
            return assignment.tracker().openCount() > 0 || lag.orElse(0) > 0;
        });
    }
}
