package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.worker.degraded.Episode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the endpoints of a batch from being deleted before the batch locks anything that a deletion takes along. It
 * waits for a deletion that is under way before it holds any lock that the deletion needs.
 */
final class LockEndpoints {
    private final JdbcClient jdbc;

    LockEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock(Collection<Outcome> batch, Collection<Episode> begunOrEnded) {
        List<EndpointId> endpoints = Stream.concat(
                        batch.stream().map(outcome -> outcome.delivery().endpoint()),
                        begunOrEnded.stream().map(Episode::endpoint))
                .distinct()
                .toList();
        if (!endpoints.isEmpty()) {
            jdbc.sql("SELECT count(*) FROM (SELECT FROM endpoint WHERE id = ANY (?) ORDER BY id FOR KEY SHARE) locked")
                    .param(Columns.of("uuid", endpoints, EndpointId::value))
                    .query(Long.class)
                    .single();
        }
    }
}
