package io.igregulator.webhooks.worker.endpoint;

import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Evicts what changed and could not be announced yet: while Kafka is away, changes wait in the outbox, but what is in flight
 * and what is retried continues, and must not be sent to an endpoint that was switched off since.
 */
final class UnpublishedChanges {
    private static final Logger log = LoggerFactory.getLogger(UnpublishedChanges.class);
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final EndpointSnapshots snapshots;

    UnpublishedChanges(JdbcClient jdbc, EndpointSnapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    void look() {
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
