package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of events that were taken before, by this door or the other. */
@Component
final class PublicationStore {
    private static final String REMEMBER = """
            INSERT INTO publication (id, sha256, accepted_at)
            SELECT id, sha256, :now FROM unnest(:ids, :digests) AS p (id, sha256)
            ON CONFLICT DO NOTHING
            RETURNING id
            """;

    private final JdbcClient jdbc;

    PublicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Remembers what is new; waits for a transaction that is about to remember the same.
     *
     * @return the ids that were not known to this door
     */
    Set<EventId> remember(Collection<Submission> submissions, Instant now) {
        // Sorted, so that two batches with the same events wait for each other instead of deadlocking.
        List<Submission> sorted = submissions.stream()
                .sorted(Comparator.comparing(Submission::id))
                .toList();
        List<EventId> inserted = jdbc.sql(REMEMBER)
                .param("now", SqlTime.of(now))
                .param(
                        "ids",
                        Columns.of("uuid", sorted, submission -> submission.id().bits()))
                .param(
                        "digests",
                        Columns.bytes(
                                sorted, submission -> submission.fingerprint().toDigest()))
                .query((row, number) -> new EventId(Rows.uuid(row, "id")))
                .list();
        return new HashSet<>(inserted);
    }

    /** Bodies that came in by this door. */
    Map<EventId, Fingerprint> taken(Collection<EventId> events) {
        return fingerprints("""
                SELECT id, sha256 FROM publication WHERE id = ANY (:ids) AND id BETWEEN :first AND :last
                """, events);
    }

    /** Bodies that fan-out has stored, whichever door they came by. */
    Map<EventId, Fingerprint> stored(Collection<EventId> events) {
        return fingerprints("""
                SELECT id, sha256(body) AS sha256 FROM event WHERE id = ANY (:ids) AND id BETWEEN :first AND :last
                """, events);
    }

    // The bounds let PostgreSQL leave out partitions, which it does not for an array.
    private Map<EventId, Fingerprint> fingerprints(String sql, Collection<EventId> events) {
        Map<EventId, Fingerprint> fingerprints = new HashMap<>();
        if (!events.isEmpty()) {
            jdbc.sql(sql)
                    .param("ids", Columns.of("uuid", events, EventId::bits))
                    .param("first", Collections.min(events).bits())
                    .param("last", Collections.max(events).bits())
                    .query(row -> {
                        fingerprints.put(
                                new EventId(Rows.uuid(row, "id")), Fingerprint.ofDigest(row.getBytes("sha256")));
                    });
        }
        return fingerprints;
    }
}
