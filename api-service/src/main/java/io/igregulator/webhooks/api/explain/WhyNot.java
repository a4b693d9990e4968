package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.explain.NotSent.Reason;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.event.RecipientTerms;
import io.igregulator.webhooks.event.WhyNotSent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explains, for one event and account, why an endpoint has no delivery: by the settings at the time when fan-out stored the event,
 * not by the present ones.
 *
 * <p>Fan-out reads the recipients a moment after it has stored the event, and again where it had to begin the batch again.
 * So where the endpoint qualified when the event was stored and there is still no delivery, a change shortly afterwards is the
 * reason, or one shortly before whose transaction had not ended.
 */
final class WhyNot {
    /** How long after an event was stored its recipients may be read, and its deliveries be there, at the latest. */
    private static final Duration FANOUT = Duration.ofMinutes(1);

    /** How long a change takes from its time in the audit log to its commit. */
    private static final Duration COMMIT = Duration.ofSeconds(1);

    private final FannedOut event;
    private final Watch watch;
    private final Instant now;

    WhyNot(FannedOut event, Watch watch, InstantSource clock) {
        this.event = event;
        this.watch = watch;
        this.now = clock.instant();
    }

    /** @param endpoint without a delivery */
    NotSent of(EndpointPast endpoint) {
        if (endpoint.createdAt().isAfter(event.at())) {
            return Reason.CREATED_LATER.since(endpoint.createdAt());
        }
        int then = endpoint.at(event.at());
        return refusal(endpoint, then, watch.then())
                .or(() -> later(endpoint, then))
                .or(() -> justBefore(endpoint, then))
                .orElseGet(() -> Reason.NOT_FANNED_OUT_YET.since(event.at()));
    }

    private Optional<NotSent> refusal(EndpointPast endpoint, int place, boolean watched) {
        RecipientTerms terms = endpoint.spans().get(place).terms();
        return terms.refusal(type(), watched, isAbout(endpoint))
                .map(why -> reason(why).since(since(endpoint.spans(), place, why)));
    }

    private Optional<NotSent> later(EndpointPast endpoint, int then) {
        Instant end = event.at().plus(FANOUT);
        for (int place = then + 1; place < endpoint.spans().size(); place++) {
            if (endpoint.spans().get(place).from().isAfter(end)) {
                break;
            }
            Optional<NotSent> found = refusal(endpoint, place, watch.then());
            if (found.isPresent()) {
                return found;
            }
        }
        @Nullable Instant removed = watch.removedLater();
        return removed == null || removed.isAfter(end)
                ? Optional.empty()
                : endpoint.spans()
                        .get(then)
                        .terms()
                        .refusal(type(), false, isAbout(endpoint))
                        .map(why -> reason(why).since(removed));
    }

    /** Only once a delivery would be there: until then it is on its way. */
    private Optional<NotSent> justBefore(EndpointPast endpoint, int then) {
        Instant start = event.at().minus(COMMIT);
        if (now.isBefore(event.at().plus(FANOUT))) {
            return Optional.empty();
        }
        if (endpoint.spans().get(then).from().isAfter(start)) {
            return then == 0
                    ? Optional.of(Reason.CREATED_LATER.since(endpoint.createdAt()))
                    : refusal(endpoint, then - 1, watch.then());
        }
        @Nullable Instant added = watch.added();
        return added != null && added.isAfter(start) ? refusal(endpoint, then, false) : Optional.empty();
    }

    private Instant since(List<EndpointSpan> spans, int place, WhyNotSent why) {
        int first = place;
        while (first > 0 && holds(why, spans.get(first - 1).terms())) {
            first--;
        }
        Instant from = spans.get(first).from();
        @Nullable Instant removed = watch.removed();
        return why == WhyNotSent.NOT_WATCHED && removed != null && removed.isAfter(from) ? removed : from;
    }

    private boolean holds(WhyNotSent why, RecipientTerms terms) {
        return switch (why) {
            case INACTIVE -> !terms.active();
            case NOT_SUBSCRIBED -> !terms.subscribesTo(type());
            case NOT_WATCHED -> terms.watchlistOnly();
            case ABOUT_ITSELF -> true;
        };
    }

    private EventType type() {
        return event.event().type();
    }

    private boolean isAbout(EndpointPast endpoint) {
        return endpoint.id().equals(event.event().degradedEndpoint());
    }

    private static Reason reason(WhyNotSent why) {
        return switch (why) {
            case INACTIVE -> Reason.INACTIVE;
            case NOT_SUBSCRIBED -> Reason.NOT_SUBSCRIBED;
            case NOT_WATCHED -> Reason.NOT_WATCHED;
            case ABOUT_ITSELF -> Reason.ABOUT_ITSELF;
        };
    }
}
