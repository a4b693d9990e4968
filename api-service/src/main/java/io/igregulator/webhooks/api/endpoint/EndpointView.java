package io.igregulator.webhooks.api.endpoint;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.web.Timestamps;
import io.igregulator.webhooks.event.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contract's endpoint object.
 *
 * @param secret in the answer to creation only
 */
record EndpointView(
        String id,
        String url,
        @Nullable String description,
        List<String> events,
        boolean active,
        @JsonProperty("watchlist_only") boolean watchlistOnly,

        @JsonProperty("created_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant createdAt,

        @JsonProperty("last_delivered_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC) @Nullable
        Instant lastDeliveredAt,

        @JsonProperty("last_delivery_status") @Nullable String lastDeliveryStatus,
        @JsonProperty("failure_count") int failureCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
    static EndpointView of(Endpoint endpoint) {
        return of(endpoint, null);
    }

    static EndpointView of(CreatedEndpoint created) {
        return of(created.endpoint(), created.secret().reveal());
    }

    private static EndpointView of(Endpoint endpoint, @Nullable String secret) {
        EndpointSettings settings = endpoint.settings();
        EndpointActivity activity = endpoint.activity();
        return new EndpointView(
                endpoint.id().toString(),
                settings.url().toString(),
                settings.description(),
                settings.events().stream().map(EventType::wireName).toList(),
                settings.active(),
                settings.watchlistOnly(),
                endpoint.createdAt(),
                activity.lastDeliveredAt(),
                activity.lastStatus(),
                activity.failureCount(),
                secret);
    }

    @Override
    public String toString() {
        return "EndpointView[id=" + id + "]";
    }
}
