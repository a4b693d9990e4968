package io.igregulator.webhooks.worker.fanout;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The consumer of domain events.
 *
 * @param maxPollRecords events stored and acknowledged together
 * @param concurrency consumer threads of this worker
 * @param rememberedRecipients endpoints that are remembered as recipients, over all event types and operators; 0 for none
 * @param shareRecordsFrom deliveries of an event per partition, on average, from which they share records; 0 for never
 * @param commitDelay how long the offsets of what is done wait to be committed; a crash does that again
 * @param sendTimeout how long one send is tried before its batch is done again
 * @param compression of deliveries' records: none, gzip, lz4, snappy or zstd
 * @param minBackoff the pause after a first failure; it doubles with each further one
 * @param maxBackoff the longest pause
 * @param topicCheckInterval between looks for missing topics before fan-out starts
 * @param staleAfter without a sign of life for this long the worker is not ready
 * @param consumer further consumer settings by their Kafka names
 */
@ConfigurationProperties("webhooks.fanout")
public record FanoutProperties(
        @DefaultValue("250") int maxPollRecords,
        @DefaultValue("1") int concurrency,
        @DefaultValue("200000") int rememberedRecipients,
        @DefaultValue("4") int shareRecordsFrom,
        @DefaultValue("500ms") Duration commitDelay,
        @DefaultValue("30s") Duration sendTimeout,
        @DefaultValue("snappy") String compression,
        @DefaultValue("500ms") Duration minBackoff,
        @DefaultValue("10s") Duration maxBackoff,
        @DefaultValue("5s") Duration topicCheckInterval,
        @DefaultValue("60s") Duration staleAfter,
        @DefaultValue Map<String, String> consumer) {

    private static final double BACKOFF_MULTIPLIER = 2;
    private static final Set<String> COMPRESSIONS = Set.of("none", "gzip", "lz4", "snappy", "zstd");

    public FanoutProperties {
        consumer = Map.copyOf(consumer);
        if (maxPollRecords < 1 || concurrency < 1) {
            throw new IllegalArgumentException("webhooks.fanout.max-poll-records and .concurrency must be at least 1");
        }
        if (rememberedRecipients < 0 || shareRecordsFrom < 0) {
            throw new IllegalArgumentException(
                    "webhooks.fanout.remembered-recipients and .share-records-from must not be negative");
        }
        if (commitDelay.toMillis() < 1) {
            throw new IllegalArgumentException("webhooks.fanout.commit-delay must be at least 1ms");
        }
        if (!COMPRESSIONS.contains(compression)) {
            throw new IllegalArgumentException(
                    "webhooks.fanout.compression must be one of none, gzip, lz4, snappy, zstd");
        }
        if (minBackoff.toMillis() < 1 || maxBackoff.compareTo(minBackoff) < 0) {
            throw new IllegalArgumentException(
                    "webhooks.fanout.min-backoff must be at least 1ms and not above max-backoff");
        }
    }

    /** Without an end: fan-out never gives up on a batch. */
    BackOff backOff() {
        var backOff = new ExponentialBackOff(minBackoff.toMillis(), BACKOFF_MULTIPLIER);
        backOff.setMaxInterval(maxBackoff.toMillis());
        return backOff;
    }
}
