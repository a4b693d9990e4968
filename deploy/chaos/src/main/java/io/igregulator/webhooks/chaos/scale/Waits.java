package io.igregulator.webhooks.chaos.scale;

import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.EndpointShard;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** From event to first arrival, by what happened to the partitions on the way. */
final class Waits {
    private final Map<EventId, PublishedEvent> events;
    private final Map<Pair, Instant> arrivals = new HashMap<>();

    private record Pair(EventId event, EndpointId endpoint) {}

    Waits(List<PublishedEvent> events, List<Arrival> arrivals) {
        this.events = events.stream().collect(Collectors.toMap(PublishedEvent::id, Function.identity()));
        arrivals.stream()
                .filter(Arrival::accepted)
                .forEach(arrival -> this.arrivals.merge(
                        new Pair(arrival.event(), arrival.endpoint()),
                        arrival.receivedAt(),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    /** Of the events published in this time. */
    Stall during(String change, Instant from, Instant to, Owners before, Owners after) {
        var kept = after.keptSince(before);
        int shards = after.partitionsOf(Topics.DELIVERIES);
        Map<Boolean, List<Duration>> waits = arrivals.entrySet().stream()
                .filter(entry -> within(event(entry.getKey()).sentAt(), from, to))
                .collect(Collectors.partitioningBy(
                        entry -> bothIn(kept, entry.getKey(), shards),
                        Collectors.mapping(
                                entry -> Duration.between(event(entry.getKey()).sentAt(), entry.getValue()),
                                Collectors.toList())));
        List<Duration> there = waits.getOrDefault(true, List.of());
        return new Stall(
                change,
                longest(there),
                longest(waits.getOrDefault(false, List.of())),
                there.size(),
                kept.size(),
                after.members().size());
    }

    private static boolean within(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private static Duration longest(List<Duration> waits) {
        return waits.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private boolean bothIn(Set<TopicPartition> kept, Pair delivery, int shards) {
        return kept.contains(event(delivery).partition())
                && kept.contains(new TopicPartition(Topics.DELIVERIES, EndpointShard.of(delivery.endpoint(), shards)));
    }

    private PublishedEvent event(Pair delivery) {
        return Objects.requireNonNull(events.get(delivery.event()));
    }
}
