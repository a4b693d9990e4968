package io.igregulator.webhooks.chaos.change;

import io.igregulator.webhooks.chaos.cast.Subscription;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An endpoint and all that happened to it, in order. */
public record EndpointHistory(EndpointId id, String name, Subscription subscription, List<Change> changes) {
    public EndpointHistory {
        changes = List.copyOf(changes);
    }

    public List<Change> all(Change.What what) {
        return changes.stream().filter(change -> change.what() == what).toList();
    }

    public Optional<Change> deletion() {
        return all(Change.What.DELETED).stream().findFirst();
    }

    /** The spans in which it was switched off; the last may have no end. */
    public List<Pause> pauses() {
        var pauses = new ArrayList<Pause>();
        Optional<Change> off = Optional.empty();
        for (Change change : changes) {
            if (change.what() == Change.What.DEACTIVATED) {
                off = Optional.of(change);
            } else if (change.what() == Change.What.ACTIVATED && off.isPresent()) {
                pauses.add(new Pause(off.get(), Optional.of(change)));
                off = Optional.empty();
            }
        }
        return Stream.concat(pauses.stream(), off.stream().map(change -> new Pause(change, Optional.empty())))
                .toList();
    }

    /** A span without deliveries. */
    public record Pause(Change off, Optional<Change> on) {

        public boolean forGood() {
            return on.isEmpty();
        }

        /** Whether it may have been off at some instant of the span. */
        public boolean mayTouch(Instant from, Instant to) {
            return !to.isBefore(off.begunAt())
                    && on.map(change -> !from.isAfter(change.answeredAt())).orElse(true);
        }

        /** Whether it was certainly off throughout the span. */
        public boolean covers(Instant from, Instant to) {
            return from.isAfter(off.answeredAt())
                    && on.map(change -> to.isBefore(change.begunAt())).orElse(true);
        }
    }
}
