package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.breaker.Circuits;
import io.igregulator.webhooks.worker.lane.Lanes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides how much of an endpoint's backlog is claimed: nothing while its circuit is open, one delivery to probe with, then
 * what its lane has room for, which grows with success.
 */
final class TakeTurns implements Function<EndpointId, Turn> {
    /** For a lane that is busy: about as long as a few requests take. */
    private static final Duration WHILE_BUSY = Duration.ofMillis(100);

    private final Circuits circuits;
    private final Lanes lanes;
    private final int perPlace;
    private final InstantSource clock;

    TakeTurns(Circuits circuits, Lanes lanes, int perPlace, InstantSource clock) {
        this.circuits = circuits;
        this.lanes = lanes;
        this.perPlace = perPlace;
        this.clock = clock;
    }

    @Override
    public Turn apply(EndpointId endpoint) {
        Optional<Instant> openUntil = circuits.openUntil(endpoint);
        if (openUntil.isPresent()) {
            return new Turn.Hold(openUntil.get());
        }
        int room = lanes.room(endpoint, circuits.closed(endpoint) ? perPlace : 1);
        return room > 0 ? new Turn.Take(room) : new Turn.Hold(clock.instant().plus(WHILE_BUSY));
    }
}
