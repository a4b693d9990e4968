package io.igregulator.webhooks.chaos.latency;

import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.receive.ReceiverLog;
import io.igregulator.webhooks.chaos.traffic.EventMix;
import io.igregulator.webhooks.chaos.traffic.PublishEvents;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.event.EventPublisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Publishes events at an even pace and measures when each of the endpoints accepted them. */
public final class MeasureArrivals {
    private final EventPublisher publisher;
    private final ReceiverLog receiver;
    private final InstantSource clock;
    private final Duration patience;

    /** @param patience for what is still under way when the last event has been published */
    public MeasureArrivals(EventPublisher publisher, ReceiverLog receiver, InstantSource clock, Duration patience) {
        this.publisher = publisher;
        this.receiver = receiver;
        this.clock = clock;
        this.patience = patience;
    }

    /** Returns a duration per event and endpoint; fewer if some did not arrive in time. */
    public List<Duration> of(int events, Duration window, Set<EndpointId> endpoints) {
        var publishing = new PublishEvents(publisher, new EventMix(clock, new Random()), clock);
        Map<EventId, Instant> sent = new HashMap<>();
        for (PublishedEvent event : publishing.over(window, events, patience)) {
            sent.put(event.id(), event.sentAt());
        }
        long wanted = (long) events * endpoints.size();
        Await.until(() -> durations(sent, endpoints).size() >= wanted, patience);
        return durations(sent, endpoints);
    }

    private List<Duration> durations(Map<EventId, Instant> sent, Set<EndpointId> endpoints) {
        return receiver.arrivals().stream()
                .filter(Arrival::accepted)
                .filter(arrival -> endpoints.contains(arrival.endpoint()) && sent.containsKey(arrival.event()))
                .map(arrival -> Duration.between(
                        sent.getOrDefault(arrival.event(), arrival.receivedAt()), arrival.receivedAt()))
                .toList();
    }
}
