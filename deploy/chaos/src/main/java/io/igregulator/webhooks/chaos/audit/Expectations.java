package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.change.EndpointHistory;
import io.igregulator.webhooks.chaos.change.EndpointHistory.Pause;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import java.time.Duration;
import java.time.Instant;

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
        Instant latest = evidence.offsets()
                .fannedOutBy(event.partition(), event.offset())
                .orElse(Instant.MAX);
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

    private boolean certain(PublishedEvent event, Pause pause) {
        return pause.on()
                .map(on -> evidence.disturbances().stream()
                        .noneMatch(fault -> fault.touches(event.sentAt(), on.answeredAt(), HELD_UP)))
                .orElse(true);
    }
}
