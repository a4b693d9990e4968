package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.cast.Subscription;
import io.igregulator.webhooks.chaos.change.Change;
import io.igregulator.webhooks.chaos.change.EndpointHistory;
import io.igregulator.webhooks.chaos.fault.Disturbance;
import io.igregulator.webhooks.chaos.fault.ProcessFault;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.chaos.watch.AttemptRow;
import io.igregulator.webhooks.chaos.watch.CountedRow;
import io.igregulator.webhooks.chaos.watch.DeliveryRow;
import io.igregulator.webhooks.chaos.watch.Offsets;
import io.igregulator.webhooks.chaos.watch.OffsetsOverTime;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.figures.AttemptClass;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** A small run made up by hand: one endpoint, times in seconds since its begin, offsets looked at every second. */
final class RunFixture {
    static final EndpointId ENDPOINT = new EndpointId(new UUID(0, 7));
    /** By way of one worker. */
    static final int MOST_REPEATED = 2;

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("license.events", 0);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int LOOKS = 200;

    private final List<PublishedEvent> published = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Disturbance> disturbances = new ArrayList<>();
    private final List<DeliveryRow> deliveries = new ArrayList<>();
    private final List<AttemptRow> attempts = new ArrayList<>();
    private final List<CountedRow> counted = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    private final List<String> unfinished = new ArrayList<>();
    private final Map<EventId, Map<EndpointId, String>> reasons = new HashMap<>();
    private EventType subscribed = EventType.LICENSE_ISSUED;

    static Instant second(double second) {
        return BEGIN.plusMillis((long) (second * 1_000));
    }

    RunFixture subscribedTo(EventType type) {
        subscribed = type;
        return this;
    }

    /** Fanned out within the second. */
    EventId publish(double second) {
        var id = EventId.create(second(second), new Random(published.size()));
        published.add(new PublishedEvent(
                id, EventType.LICENSE_ISSUED, "harbour-bet", second(second), PARTITION, published.size()));
        return id;
    }

    RunFixture change(Change.What what, double begun, double answered) {
        changes.add(new Change(what, second(begun), second(answered), false));
        return this;
    }

    RunFixture fault(ProcessFault.Kind kind, double from, double to) {
        disturbances.add(new Disturbance(kind, "a process", second(from), second(to)));
        return this;
    }

    RunFixture deliver(EventId event, double second) {
        return request(event, 0, 1, second, 204, List.of(0));
    }

    RunFixture request(EventId event, int address, int attempt, double second, int answered, List<Integer> signers) {
        arrivals.add(new Arrival(
                ENDPOINT,
                address,
                event,
                attempt,
                second(second),
                second(second),
                answered,
                signers,
                Optional.empty()));
        return this;
    }

    RunFixture refuse(EventId event, double second) {
        arrivals.add(new Arrival(
                ENDPOINT, 0, event, 1, second(second), second(second), 401, List.of(), Optional.of("no signature")));
        return this;
    }

    RunFixture record(EventId event, String status, int answered) {
        deliveries.add(new DeliveryRow(ENDPOINT, event, status, 1));
        attempts.add(new AttemptRow(ENDPOINT, event, 1, OptionalInt.of(answered)));
        return count(1);
    }

    /** In the figures, as delivered. */
    RunFixture count(int attempts) {
        counted.add(new CountedRow(ENDPOINT, AttemptClass.End.DELIVERED, attempts));
        return this;
    }

    RunFixture answer(EventId event, String reason) {
        reasons.put(event, Map.of(ENDPOINT, reason));
        return this;
    }

    RunFixture stray(String hook) {
        strays.add(hook);
        return this;
    }

    RunFixture leave(String what) {
        unfinished.add(what);
        return this;
    }

    Verdict audit() {
        var subscription = new Subscription(Set.of(subscribed), false, Set.of());
        return Audit.of(new Evidence(
                published,
                List.of(new EndpointHistory(ENDPOINT, "the endpoint", subscription, changes)),
                arrivals,
                strays,
                disturbances,
                offsets(),
                deliveries,
                attempts,
                counted,
                reasons,
                unfinished,
                new Evidence.RepeatBound(MOST_REPEATED, 2),
                GRACE));
    }

    private OffsetsOverTime offsets() {
        var offsets = new OffsetsOverTime();
        for (int look = 0; look < LOOKS; look++) {
            Instant at = second(look);
            long fannedOut = published.stream()
                    .filter(event -> event.sentAt().isBefore(at))
                    .count();
            offsets.add(new Offsets(at, at, Map.of(PARTITION, fannedOut), 0, 0));
        }
        return offsets;
    }
}
