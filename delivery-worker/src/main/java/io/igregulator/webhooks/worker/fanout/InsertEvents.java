package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Writes events that are new, each with its entry in the polling feed. */
final class InsertEvents {
    private static final String INSERT = """
            WITH stored AS (
                INSERT INTO event (id, type, body, published_at)
                SELECT * FROM unnest(:ids, :types, :bodies, :publishedAt)
                ON CONFLICT DO NOTHING
                RETURNING id
            ), fed AS (
                INSERT INTO feed_entry (audience, event_id)
                SELECT coalesce(batch.audience, :account || degraded.account_id), stored.id
                FROM stored
                JOIN unnest(:ids, :audiences, :degraded) AS batch (id, audience, degraded) USING (id)
                LEFT JOIN endpoint degraded ON degraded.id = batch.degraded
                WHERE batch.audience IS NOT NULL OR degraded.id IS NOT NULL
            )
            SELECT id FROM stored
            """;

    private final JdbcClient jdbc;

    InsertEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return those that were not there before */
    Set<EventId> insert(List<PublishedEvent> events) {
        // Sorted, so that two workers with the same events wait for each other instead of deadlocking.
        List<PublishedEvent> sorted =
                events.stream().sorted(Comparator.comparing(PublishedEvent::id)).toList();
        return jdbc.sql(INSERT)
                .param("ids", Columns.of("uuid", sorted, event -> event.id().bits()))
                .param(
                        "types",
                        envelopes("text", sorted, envelope -> envelope.type().wireName()))
                .param("bodies", Columns.bytes(sorted, PublishedEvent::body))
                .param("publishedAt", Columns.of("timestamptz", sorted, PublishedEvent::publishedAt))
                .param("audiences", envelopes("text", sorted, InsertEvents::audience))
                .param("degraded", envelopes("uuid", sorted, InsertEvents::degraded))
                .param("account", FeedAudience.ACCOUNT)
                .query((row, number) -> new EventId(Rows.uuid(row, 1)))
                .set();
    }

    /** Null where it takes the database to know. */
    private static @Nullable String audience(EventEnvelope envelope) {
        return switch (envelope.type().audience()) {
            case OPERATOR -> FeedAudience.OPERATOR + envelope.operatorSlug();
            case EVERYONE -> FeedAudience.EVERYONE;
            case SIBLINGS -> null;
        };
    }

    private static @Nullable UUID degraded(EventEnvelope envelope) {
        EndpointId endpoint = envelope.degradedEndpoint();
        return endpoint == null ? null : endpoint.value();
    }

    private static SqlArrayValue envelopes(
            String type, List<PublishedEvent> events, Function<EventEnvelope, @Nullable Object> value) {
        return Columns.of(type, events, event -> value.apply(event.envelope()));
    }
}
