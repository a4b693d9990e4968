package io.igregulator.webhooks.worker.endpoint;

import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Evicts what changed and could not be announced yet: while Kafka is away, changes wait in the outbox, but what is in flight
 * and what is retried goes on, and must not go to an endpoint that was switched off meanwhile.
 */
final class UnpublishedChanges implements SupervisedLoop.Body {
    private static final Logger log = LoggerFactory.getLogger(UnpublishedChanges.class);
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final EndpointSnapshots snapshots;
    private final Duration interval;

    UnpublishedChanges(JdbcClient jdbc, EndpointSnapshots snapshots, Duration interval) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.interval = interval;
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            look();
            signal.alive();
            signal.pause(interval);
        }
    }

    private void look() {
        try {
            jdbc.sql("SELECT value FROM outbox WHERE topic = ? ORDER BY id DESC LIMIT ?")
                    .param(Topics.ENDPOINT_CHANGES)
                    .param(MOST)
                    .query((row, number) -> row.getBytes("value"))
                    .list()
                    .forEach(this::evict);
        } catch (DataAccessException e) {
            // Nothing changes either while PostgreSQL is away; the next look must not be put off.
            log.warn("cannot look for unpublished endpoint changes: {}", e.toString());
        }
    }

    private void evict(byte[] value) {
        try {
            EndpointChange change = EndpointChange.fromJson(value);
            snapshots.evictOlderThan(change.endpoint(), change.version());
        } catch (IllegalArgumentException e) {
            log.warn("ignored an unreadable endpoint change in the outbox");
        }
    }
}
