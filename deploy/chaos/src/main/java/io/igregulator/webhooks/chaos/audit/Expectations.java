package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.change.EndpointHistory;
import io.igregulator.webhooks.chaos.change.EndpointHistory.Pause;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Who has to get what. Recipients are chosen when an event is fanned out, somewhere between its publication and the first
 * look at the group's offsets that finds it committed; an endpoint that changed within that span makes it uncertain.
 */
final class Expectations {
    /** A process that a fault held up may fan out what another one has fanned out long ago. */
    private static final Duration HELD_UP = Duration.ofSeconds(15);

    private final Evidence evidence;

    Expectations(Evidence evidence) {
        this.evidence = evidence;
    }

    Expectation of(PublishedEvent event, EndpointHistory endpoint) {
        if (!endpoint.subscription().covers(event.type(), event.operator())) {
            return Expectation.MUST_NOT;
        }
        Instant latest = fannedOutBy(event);
        return endpoint.deletion()
                .map(deletion -> event.sentAt().isAfter(deletion.answeredAt()) ? Expectation.MUST_NOT : Expectation.MAY)
                .orElseGet(() -> whileSwitchedOnAndOff(event, endpoint, latest));
    }

    private Expectation whileSwitchedOnAndOff(PublishedEvent event, EndpointHistory endpoint, Instant latest) {
        var expectation = Expectation.MUST;
        for (Pause pause : endpoint.pauses()) {
            if (pause.covers(event.sentAt(), latest)) {
                return certain(event, pause) ? Expectation.MUST_NOT : Expectation.MAY;
            }
            // What is on its way when an endpoint is switched off for good waits for ever.
            if (pause.forGood() || pause.mayTouch(event.sentAt(), latest)) {
                expectation = Expectation.MAY;
            }
        }
        return expectation;
    }

    /** What the platform may answer to why an event that must not arrive did not. */
    Set<String> reasons(PublishedEvent event, EndpointHistory endpoint) {
        if (endpoint.deletion().isPresent()) {
            return Set.of("deleted");
        }
        var subscription = endpoint.subscription();
        if (subscription.covers(event.type(), event.operator())) {
            return Set.of("inactive");
        }
        String reason = subscription.events().contains(event.type()) ? "not_watched" : "not_subscribed";
        Instant latest = fannedOutBy(event);
        // Of several reasons the first is that the endpoint was switched off.
        if (endpoint.pauses().stream()
                .anyMatch(pause -> pause.covers(event.sentAt(), latest) && certain(event, pause))) {
            return Set.of("inactive");
        }
        boolean unclear = endpoint.pauses().stream().anyMatch(pause -> pause.mayTouch(event.sentAt(), latest));
        return unclear ? Set.of(reason, "inactive") : Set.of(reason);
    }

    private Instant fannedOutBy(PublishedEvent event) {
        return evidence.offsets().fannedOutBy(event.partition(), event.offset()).orElse(Instant.MAX);
    }

    private boolean certain(PublishedEvent event, Pause pause) {
        return pause.on()
                .map(on -> evidence.disturbances().stream()
                        .noneMatch(fault -> fault.touches(event.sentAt(), on.answeredAt(), HELD_UP)))
                .orElse(true);
    }
}
