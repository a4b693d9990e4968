package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row of {@code endpoint} joined with its activity. */
final class EndpointRow implements RowMapper<Endpoint> {
    @Override
    public Endpoint mapRow(ResultSet row, int number) throws SQLException {
        return new Endpoint(
                new EndpointId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                settings(row),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                activity(row));
    }

    private static EndpointSettings settings(ResultSet row) throws SQLException {
        return new EndpointSettings(
                URI.create(row.getString("url")),
                row.getString("description"),
                events((String[]) row.getArray("events").getArray()),
                row.getBoolean("active"),
                row.getBoolean("watchlist_only"));
    }

    private static List<EventType> events(String[] names) {
        return Arrays.stream(names)
                .map(name -> EventType.ofWireName(name).orElseThrow())
                .toList();
    }

    private static EndpointActivity activity(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime lastDeliveredAt = row.getObject("last_delivered_at", OffsetDateTime.class);
        return new EndpointActivity(
                lastDeliveredAt == null ? null : lastDeliveredAt.toInstant(),
                row.getString("last_delivery_status"),
                row.getInt("failure_count"));
    }
}
