package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.id.EndpointId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Third step: who gets this batch, in one question, after the rules of the public contract. */
final class FindRecipients {
    private final JdbcClient jdbc;

    FindRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Recipient> of(List<PublishedEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        // One branch an index: subscriptions, those beyond a watchlist, watchers of an operator, those of an account.
        // An event of an operator must not walk through all who watch others.
        return jdbc.sql("""
                        WITH batch AS (
                            SELECT * FROM unnest(:types, :operators, :degraded)
                                WITH ORDINALITY AS row (type, operator, degraded, number)
                        )
                        SELECT batch.number, endpoint.id, endpoint.version
                        FROM batch
                        JOIN endpoint ON endpoint.active AND endpoint.events @> ARRAY[batch.type]
                        WHERE batch.degraded IS NULL AND batch.operator IS NULL
                        UNION ALL
                        SELECT batch.number, endpoint.id, endpoint.version
                        FROM batch
                        JOIN endpoint ON endpoint.active AND NOT endpoint.watchlist_only
                            AND endpoint.events @> ARRAY[batch.type]
                        WHERE batch.degraded IS NULL AND batch.operator IS NOT NULL
                        UNION ALL
                        SELECT batch.number, endpoint.id, endpoint.version
                        FROM batch
                        JOIN watchlist_entry watched ON watched.operator_slug = batch.operator
                        JOIN endpoint ON endpoint.account_id = watched.account_id
                        WHERE endpoint.active AND endpoint.watchlist_only AND endpoint.events @> ARRAY[batch.type]
                        UNION ALL
                        SELECT batch.number, endpoint.id, endpoint.version
                        FROM batch
                        JOIN endpoint degraded ON degraded.id = batch.degraded
                        JOIN endpoint ON endpoint.account_id = degraded.account_id AND endpoint.id <> degraded.id
                        WHERE endpoint.active AND endpoint.events @> ARRAY[batch.type]
                        """)
                .param(
                        "types",
                        column("text", events, envelope -> envelope.type().wireName()))
                .param("operators", column("text", events, EventEnvelope::operatorSlug))
                .param("degraded", column("uuid", events, FindRecipients::degraded))
                .query((row, number) ->
                        new Recipient(row.getInt(1) - 1, new EndpointId(row.getObject(2, UUID.class)), row.getLong(3)))
                .list();
    }

    private static @Nullable UUID degraded(EventEnvelope envelope) {
        EndpointId endpoint = envelope.degradedEndpoint();
        return endpoint == null ? null : endpoint.value();
    }

    private static SqlArrayValue column(
            String type, List<PublishedEvent> events, Function<EventEnvelope, @Nullable Object> value) {
        return new SqlArrayValue(
                type,
                events.stream().map(event -> value.apply(event.envelope())).toArray());
    }
}
