package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.id.EndpointId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads who gets events of some audiences, in one question, after the rules of the public contract. */
final class ReadRecipients {
    private final JdbcClient jdbc;

    ReadRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return one answer per audience, in their order */
    List<Recipients> of(List<Audience> audiences) {
        List<Recipients.Builder> answers =
                Stream.generate(Recipients.Builder::new).limit(audiences.size()).toList();
        // One branch an index: subscriptions, those beyond a watchlist, watchers of an operator, those of an account.
        // An event of an operator must not walk through all who watch others.
        jdbc.sql("""
                        WITH batch AS (
                            SELECT * FROM unnest(:types, :operators, :degraded)
                                WITH ORDINALITY AS row (type, operator, degraded, number)
                        )
                        SELECT batch.number, endpoint.id, endpoint.account_id, endpoint.version
                        FROM batch
                        JOIN endpoint ON endpoint.active AND endpoint.events @> ARRAY[batch.type]
                        WHERE batch.degraded IS NULL AND batch.operator IS NULL
                        UNION ALL
                        SELECT batch.number, endpoint.id, endpoint.account_id, endpoint.version
                        FROM batch
                        JOIN endpoint ON endpoint.active AND NOT endpoint.watchlist_only
                            AND endpoint.events @> ARRAY[batch.type]
                        WHERE batch.degraded IS NULL AND batch.operator IS NOT NULL
                        UNION ALL
                        SELECT batch.number, endpoint.id, endpoint.account_id, endpoint.version
                        FROM batch
                        JOIN watchlist_entry watched ON watched.operator_slug = batch.operator
                        JOIN endpoint ON endpoint.account_id = watched.account_id
                        WHERE endpoint.active AND endpoint.watchlist_only AND endpoint.events @> ARRAY[batch.type]
                        UNION ALL
                        SELECT batch.number, endpoint.id, endpoint.account_id, endpoint.version
                        FROM batch
                        JOIN endpoint degraded ON degraded.id = batch.degraded
                        JOIN endpoint ON endpoint.account_id = degraded.account_id AND endpoint.id <> degraded.id
                        WHERE endpoint.active AND endpoint.events @> ARRAY[batch.type]
                        """)
                .param(
                        "types",
                        column("text", audiences, audience -> audience.type().wireName()))
                .param("operators", column("text", audiences, Audience::operatorSlug))
                .param("degraded", column("uuid", audiences, ReadRecipients::degraded))
                .query(row -> {
                    answers.get(row.getInt(1) - 1)
                            .add(row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getLong(4));
                });
        return answers.stream().map(Recipients.Builder::build).toList();
    }

    private static @Nullable UUID degraded(Audience audience) {
        EndpointId endpoint = audience.degradedEndpoint();
        return endpoint == null ? null : endpoint.value();
    }

    private static SqlArrayValue column(
            String type, List<Audience> audiences, Function<Audience, @Nullable Object> value) {
        return new SqlArrayValue(type, audiences.stream().map(value).toArray());
    }
}
