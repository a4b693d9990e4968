package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes endpoint rows within the caller's transaction, which has locked the row before. */
@Component
final class EndpointWriter {
    private final JdbcClient jdbc;

    EndpointWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Endpoint endpoint) {
        EndpointSettings settings = endpoint.settings();
        jdbc.sql("""
                        INSERT INTO endpoint (id, account_id, url, description, events, active, watchlist_only, version,
                                              created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(endpoint.id().value())
                .param(endpoint.owner().value())
                .param(settings.url().toString())
                .param(settings.description())
                .param(names(settings.events()))
                .param(settings.active())
                .param(settings.watchlistOnly())
                .param(endpoint.version())
                .param(endpoint.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(Endpoint endpoint) {
        EndpointSettings settings = endpoint.settings();
        jdbc.sql("""
                        UPDATE endpoint
                        SET url = ?, description = ?, events = ?, active = ?, watchlist_only = ?, version = ?
                        WHERE id = ?
                        """)
                .param(settings.url().toString())
                .param(settings.description())
                .param(names(settings.events()))
                .param(settings.active())
                .param(settings.watchlistOnly())
                .param(endpoint.version())
                .param(endpoint.id().value())
                .update();
    }

    /** Makes a parked backlog due at once. To be called after {@link #update}: workers read the row before they park. */
    void wakeQueue(EndpointId endpoint) {
        jdbc.sql("UPDATE endpoint_queue SET next_due_at = now() WHERE endpoint_id = ?")
                .param(endpoint.value())
                .update();
    }

    /** Returns when nobody is in the midst of writing what waits for the endpoint. To be called outside of a transaction. */
    void awaitWaiting(EndpointId endpoint) {
        jdbc.sql("""
                        SELECT count(*) FROM (SELECT 1 FROM waiting_delivery WHERE endpoint_id = ? FOR KEY SHARE) waiting
                        """).param(endpoint.value()).query(Long.class).single();
    }

    /** Secrets, waiting deliveries and figures go with the row; the mark lets the worker remove its history in time. */
    void delete(EndpointId endpoint, Instant at) {
        jdbc.sql("DELETE FROM endpoint WHERE id = ?").param(endpoint.value()).update();
        jdbc.sql("INSERT INTO deleted_endpoint (endpoint_id, deleted_at) VALUES (?, ?)")
                .param(endpoint.value())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] names(List<EventType> events) {
        return events.stream().map(EventType::wireName).toArray(String[]::new);
    }
}
