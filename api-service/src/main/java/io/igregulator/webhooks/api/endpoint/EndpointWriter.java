package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes endpoint rows within the caller's transaction, which has locked the row before. */
@Component
final class EndpointWriter {
    private static final String INSERT = """
            INSERT INTO endpoint (id, account_id, for_notices, url, name, description, events, active, watchlist_only,
                                  metadata, version, created_at, suspended_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, (SELECT deliveries_suspended_at FROM account WHERE id = ?))
            """;
    private static final String UPDATE = """
            UPDATE endpoint
            SET url = ?, name = ?, description = ?, events = ?, active = ?, watchlist_only = ?,
                metadata = CAST(? AS jsonb), version = ?,
                inactive_reason = CASE WHEN NOT ? THEN CASE WHEN active THEN 'owner' ELSE inactive_reason END END,
                inactive_since = CASE WHEN NOT ? THEN CASE WHEN active THEN now() ELSE inactive_since END END
            WHERE id = ?
            RETURNING updated_at
            """;

    /** What it was before is kept: an endpoint that its owner had paused is paused again once the stop is lifted. */
    private static final String STOP = """
            UPDATE endpoint
            SET active = false, stopped_at = coalesce(stopped_at, ?), stop_reason = ?, version = version + 1,
                inactive_reason = CASE
                    WHEN active OR stopped_at IS NOT NULL THEN inactive_reason
                    ELSE coalesce(inactive_reason, 'owner')
                END
            WHERE id = ?
            RETURNING version
            """;

    private static final String LIFT = """
            UPDATE endpoint
            SET active = inactive_reason IS NULL, stopped_at = NULL, stop_reason = NULL, version = version + 1
            WHERE id = ?
            RETURNING version
            """;

    private final JdbcClient jdbc;

    EndpointWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Endpoint endpoint) {
        EndpointSettings settings = endpoint.settings();
        jdbc.sql(INSERT)
                .param(endpoint.id().value())
                .param(endpoint.owner().value())
                .param(endpoint.forNotices())
                .param(settings.url().toString())
                .param(settings.name())
                .param(settings.description())
                .param(texts(settings.events()))
                .param(settings.active())
                .param(settings.watchlistOnly())
                .param(settings.metadata().toJson())
                .param(endpoint.version())
                .param(SqlTime.of(endpoint.createdAt()))
                .param(endpoint.owner().value())
                .update();
    }

    /** @return when it was updated */
    Instant update(Endpoint endpoint) {
        EndpointSettings settings = endpoint.settings();
        return jdbc.sql(UPDATE)
                .param(settings.url().toString())
                .param(settings.name())
                .param(settings.description())
                .param(texts(settings.events()))
                .param(settings.active())
                .param(settings.watchlistOnly())
                .param(settings.metadata().toJson())
                .param(endpoint.version())
                .param(settings.active())
                .param(settings.active())
                .param(endpoint.id().value())
                .query((row, number) -> Rows.instant(row, "updated_at"))
                .single();
    }

    /** @return the new version */
    long stop(EndpointId endpoint, OperatorStop stop) {
        return jdbc.sql(STOP)
                .param(SqlTime.of(stop.since()))
                .param(stop.reason())
                .param(endpoint.value())
                .query(Long.class)
                .single();
    }

    /** @return the new version */
    long liftStop(EndpointId endpoint) {
        return jdbc.sql(LIFT).param(endpoint.value()).query(Long.class).single();
    }

    /** Secrets, waiting deliveries and figures are deleted with the row; the mark lets the worker remove its history in time. */
    void delete(EndpointId endpoint, Instant at) {
        jdbc.sql("DELETE FROM endpoint WHERE id = ?").param(endpoint.value()).update();
        jdbc.sql("INSERT INTO deleted_endpoint (endpoint_id, deleted_at) VALUES (?, ?)")
                .param(endpoint.value())
                .param(SqlTime.of(at))
                .update();
    }

    private static String[] texts(List<EventPattern> events) {
        return events.stream().map(EventPattern::text).toArray(String[]::new);
    }
}
