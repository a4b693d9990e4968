package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.change.EndpointHistory;
import io.igregulator.webhooks.chaos.fault.Disturbance;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evidence, indexed the way the single audits look at it. */
final class Case {
    /** An outcome is recorded within milliseconds. */
    private static final Duration NOT_YET_RECORDED = Duration.ofSeconds(2);

    /** Partitions move on after the fault: a lost session is noticed, a mended member joins. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final Evidence evidence;
    private final Map<EventId, PublishedEvent> events = new HashMap<>();
    private final Map<EndpointId, EndpointHistory> endpoints = new HashMap<>();
    private final Map<Pair, List<Arrival>> arrivals = new HashMap<>();

    Case(Evidence evidence) {
        this.evidence = evidence;
        evidence.published().forEach(event -> events.put(event.id(), event));
        evidence.endpoints().forEach(endpoint -> endpoints.put(endpoint.id(), endpoint));
        evidence.arrivals().stream()
                .sorted(Comparator.comparing(Arrival::receivedAt))
                .forEach(arrival -> arrivals.computeIfAbsent(
                                new Pair(arrival.event(), arrival.endpoint()), _ -> new ArrayList<>())
                        .add(arrival));
    }

    Evidence evidence() {
        return evidence;
    }

    /** Oldest first. */
    List<Arrival> arrivals(Pair pair) {
        return arrivals.getOrDefault(pair, List.of());
    }

    Map<Pair, List<Arrival>> arrivals() {
        return arrivals;
    }

    boolean accepted(Pair pair) {
        return arrivals(pair).stream().anyMatch(Arrival::accepted);
    }

    boolean mayBeUnrecorded(Arrival accepted) {
        return !unrecordedBecauseOf(accepted).isEmpty();
    }

    /** Faults that may have kept the platform from writing down what it was answered. */
    List<Disturbance> unrecordedBecauseOf(Arrival accepted) {
        return evidence.disturbances().stream()
                .filter(fault -> fault.kind().disturbsDeliveries())
                .filter(fault -> fault.surrounds(accepted.answeredAt(), NOT_YET_RECORDED, SETTLING))
                .toList();
    }

    @Nullable
    PublishedEvent event(EventId id) {
        return events.get(id);
    }

    EndpointHistory endpoint(EndpointId id) {
        var history = endpoints.get(id);
        if (history == null) {
            throw new IllegalStateException("no endpoint " + id);
        }
        return history;
    }

    /** For a person to follow up. */
    String name(Pair pair) {
        return pair.event() + " to " + endpoint(pair.endpoint()).name() + " (" + pair.endpoint() + ")";
    }
}
