package io.igregulator.webhooks.api.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.event.EventPattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contract's endpoint object.
 *
 * @param secret in the answer to creation only
 */
public record EndpointView(
        String id,
        String url,
        @Nullable String name,
        @Nullable String description,
        List<String> events,
        boolean active,
        boolean watchlistOnly,
        Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastDeliveredAt,
        @Nullable String lastDeliveryStatus,
        int failureCount,
        Health health,
        @Nullable Inactive inactive,
        @JsonProperty("notify") boolean forNotices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
    public static EndpointView of(Endpoint endpoint, EndpointHealth health) {
        return of(endpoint, health, null);
    }

    static EndpointView of(CreatedEndpoint created) {
        return of(created.endpoint(), EndpointHealth.NEW, created.secret().reveal());
    }

    private static EndpointView of(Endpoint endpoint, EndpointHealth health, @Nullable String secret) {
        EndpointSettings settings = endpoint.settings();
        EndpointActivity activity = endpoint.activity();
        return new EndpointView(
                endpoint.id().toString(),
                settings.url().toString(),
                settings.name(),
                settings.description(),
                settings.events().stream().map(EventPattern::text).toList(),
                settings.active(),
                settings.watchlistOnly(),
                settings.metadata().entries(),
                endpoint.createdAt(),
                endpoint.updatedAt(),
                activity.lastDeliveredAt(),
                activity.lastStatus(),
                activity.failureCount(),
                Health.of(health),
                Inactive.of(endpoint, health),
                endpoint.forNotices(),
                secret);
    }

    /** {@link EndpointHealth}, for clients. */
    public record Health(
            String state,
            @Nullable Instant since,
            @Nullable String error,
            @Nullable Instant nextAttemptAt,
            int waiting,
            @Nullable Instant oldestWaitingAt) {
        static Health of(EndpointHealth health) {
            return new Health(
                    health.state().wireName(),
                    health.since(),
                    health.error(),
                    health.nextAttemptAt(),
                    health.waiting(),
                    health.oldestWaitingAt());
        }
    }

    /**
     * Why nothing is sent; null for an active endpoint.
     *
     * @param message the operator's, where it is the operator who stopped it
     */
    public record Inactive(
            String reason,
            @Nullable Instant since,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String message) {
        private static @Nullable Inactive of(Endpoint endpoint, EndpointHealth health) {
            @Nullable OperatorStop stop = endpoint.stop();
            if (stop != null) {
                return new Inactive("operator", stop.since(), stop.reason());
            }
            return switch (health.state()) {
                case PAUSED, STOPPED ->
                    new Inactive(Objects.requireNonNullElse(health.inactiveReason(), "owner"), health.since(), null);
                case HEALTHY, FAILING, HELD, SUSPENDED -> null;
            };
        }
    }

    @Override
    public String toString() {
        return "EndpointView[id=" + id + "]";
    }
}
