package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Rows;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row of {@code endpoint} joined with its activity. */
final class EndpointRow implements RowMapper<Endpoint> {
    @Override
    public Endpoint mapRow(ResultSet row, int number) throws SQLException {
        return new Endpoint(
                new EndpointId(Rows.uuid(row, "id")),
                new AccountId(Rows.uuid(row, "account_id")),
                row.getBoolean("for_notices"),
                settings(row),
                row.getLong("version"),
                Rows.instant(row, "created_at"),
                updatedAt(row),
                activity(row),
                stop(row));
    }

    private static EndpointSettings settings(ResultSet row) throws SQLException {
        return new EndpointSettings(
                URI.create(row.getString("url")),
                row.getString("name"),
                row.getString("description"),
                events((String[]) row.getArray("events").getArray()),
                row.getBoolean("active"),
                row.getBoolean("watchlist_only"),
                Metadata.stored(row.getString("metadata")));
    }

    private static List<EventPattern> events(String[] texts) {
        return Arrays.stream(texts).map(EventPattern::new).toList();
    }

    /** Set by PostgreSQL's clock, and the creation by the service's. */
    private static Instant updatedAt(ResultSet row) throws SQLException {
        Instant createdAt = Rows.instant(row, "created_at");
        @Nullable Instant updatedAt = Rows.instantOrNull(row, "updated_at");
        return updatedAt == null || updatedAt.isBefore(createdAt) ? createdAt : updatedAt;
    }

    private static @Nullable OperatorStop stop(ResultSet row) throws SQLException {
        @Nullable Instant stoppedAt = Rows.instantOrNull(row, "stopped_at");
        return stoppedAt == null ? null : new OperatorStop(stoppedAt, row.getString("stop_reason"));
    }

    private static EndpointActivity activity(ResultSet row) throws SQLException {
        @Nullable Instant lastDeliveredAt = Rows.instantOrNull(row, "last_delivered_at");
        return new EndpointActivity(
                lastDeliveredAt, row.getString("last_delivery_status"), row.getInt("failure_count"));
    }
}
