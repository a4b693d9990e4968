package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The consumer of deliveries.
 *
 * @param maxSpan how far a partition may run ahead of its lowest open offset before it is paused
 * @param pollTimeout bounds how late pauses, commits and a stop are noticed
 * @param commitInterval between commits while anything is open; Burrow takes ten identical commits for a stall
 * @param commitDelay between commits while there is progress
 * @param revokeWait how long a revoked partition's requests in flight may take to be recorded; it holds up the
 *     partitions that stay, so it is short
 * @param stopWait how long a planned stop waits for requests in flight
 * @param stuckAfter without a finished poll for this long the worker is not ready
 * @param pulse without a poll for this long nothing queued is started, since the partition may be lost; shorter than the
 *     group's session timeout
 * @param noProgressAfter without a record taken or done for this long, although there are some, the consumer is replaced
 * @param consumer further consumer settings by their Kafka names
 */
@ConfigurationProperties("webhooks.dispatch")
public record DispatchProperties(
        @DefaultValue("10000") long maxSpan,
        @DefaultValue("50ms") Duration pollTimeout,
        @DefaultValue("5s") Duration commitInterval,
        @DefaultValue("500ms") Duration commitDelay,
        @DefaultValue("250ms") Duration revokeWait,
        @DefaultValue("10s") Duration stopWait,
        @DefaultValue("15s") Duration stuckAfter,
        @DefaultValue("4s") Duration pulse,
        @DefaultValue("2m") Duration noProgressAfter,
        @DefaultValue Map<String, String> consumer) {
    public DispatchProperties {
        consumer = Map.copyOf(consumer);
        Require.atLeast(1, "webhooks.dispatch.max-span", maxSpan);
        Require.positive("webhooks.dispatch.poll-timeout", pollTimeout);
        Require.positive("webhooks.dispatch.commit-delay", commitDelay);
        Require.that(
                commitInterval.compareTo(commitDelay) >= 0,
                "webhooks.dispatch.commit-interval must not be below webhooks.dispatch.commit-delay");
        Require.notNegative("webhooks.dispatch.revoke-wait", revokeWait);
        Require.notNegative("webhooks.dispatch.stop-wait", stopWait);
        Require.positive("webhooks.dispatch.stuck-after", stuckAfter);
        Require.that(
                pulse.compareTo(pollTimeout) > 0,
                "webhooks.dispatch.pulse must be longer than webhooks.dispatch.poll-timeout");
        Require.positive("webhooks.dispatch.no-progress-after", noProgressAfter);
    }
}
