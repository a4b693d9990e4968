package io.igregulator.webhooks.chaos.report;

import io.igregulator.webhooks.chaos.audit.Evidence;
import io.igregulator.webhooks.chaos.fault.Disturbance;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long healthy endpoints had to wait.
 *
 * @param longest from the begin of a fault to the first delivery of an event that was published after that
 * @param slowestDelivery from an event's publication to its arrival, the slowest of the run
 */
public record Recovery(Duration longest, Duration slowestDelivery) {
    private record Delivered(Instant sentAt, Instant acceptedAt) {
        Duration took() {
            return Duration.between(sentAt, acceptedAt);
        }
    }

    public static Recovery of(Evidence evidence, Set<EndpointId> healthy) {
        List<Delivered> delivered = delivered(evidence, healthy);
        var longest = evidence.disturbances().stream()
                .map(fault -> untilFirst(fault, delivered))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        var slowest = delivered.stream()
                .map(Delivered::took)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new Recovery(longest, slowest);
    }

    private static List<Delivered> delivered(Evidence evidence, Set<EndpointId> healthy) {
        Map<EventId, Instant> sent = new HashMap<>();
        for (PublishedEvent event : evidence.published()) {
            sent.put(event.id(), event.sentAt());
        }
        return evidence.arrivals().stream()
                .filter(arrival -> arrival.accepted() && healthy.contains(arrival.endpoint()))
                .filter(arrival -> sent.containsKey(arrival.event()))
                .map(arrival -> delivered(arrival, sent))
                .toList();
    }

    private static Delivered delivered(Arrival arrival, Map<EventId, Instant> sent) {
        return new Delivered(sent.getOrDefault(arrival.event(), Instant.MAX), arrival.receivedAt());
    }

    private static Duration untilFirst(Disturbance fault, List<Delivered> delivered) {
        return delivered.stream()
                .filter(delivery -> delivery.sentAt().isAfter(fault.from()))
                .map(Delivered::acceptedAt)
                .min(Comparator.naturalOrder())
                .map(first -> Duration.between(fault.from(), first))
                .orElse(Duration.ZERO);
    }
}
