package io.igregulator.webhooks.worker.dispatch;

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
 * @param noProgressAfter without a record taken or done for this long, although there are some, the consumer is made anew
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
    }
}
