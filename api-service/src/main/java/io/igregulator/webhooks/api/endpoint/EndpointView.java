package io.igregulator.webhooks.api.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.figures.Figures;
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
    /** In a list, without the last hour's attempts. */
    public static EndpointView of(Endpoint endpoint, EndpointHealth health) {
        return of(endpoint, Health.of(health), health, null);
    }

    static EndpointView of(Endpoint endpoint, EndpointHealth health, Figures lastHour) {
        return of(endpoint, Health.of(health, lastHour), health, null);
    }

    static EndpointView of(CreatedEndpoint created) {
        return of(
                created.endpoint(),
                Health.of(EndpointHealth.NEW, 0, 0),
                EndpointHealth.NEW,
                created.secret().reveal());
    }

    private static EndpointView of(Endpoint endpoint, Health shown, EndpointHealth health, @Nullable String secret) {
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
                shown,
                Inactive.of(endpoint, health),
                endpoint.forNotices(),
                secret);
    }

    /**
     * {@link EndpointHealth}, for clients.
     *
     * @param attemptsOfLastHour where a single endpoint is shown, as it costs a statement per endpoint
     */
    public record Health(
            String state,
            @Nullable Instant since,
            @Nullable String error,
            @Nullable Instant nextAttemptAt,
            int waiting,
            @Nullable Instant oldestWaitingAt,

            @JsonProperty("attempts_1h") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer attemptsOfLastHour,

            @JsonProperty("failed_1h") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer failedOfLastHour) {
        static Health of(EndpointHealth health) {
            return of(health, null, null);
        }

        private static Health of(EndpointHealth health, Figures lastHour) {
            return of(health, lastHour.attempts(), lastHour.failed());
        }

        private static Health of(EndpointHealth health, @Nullable Integer attempts, @Nullable Integer failed) {
            return new Health(
                    health.state().wireName(),
                    health.since(),
                    health.error(),
                    health.nextAttemptAt(),
                    health.waiting(),
                    health.oldestWaitingAt(),
                    attempts,
                    failed);
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
