package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.breaker.Circuits;
import io.igregulator.webhooks.worker.lane.Capacity;
import io.igregulator.webhooks.worker.lane.Lanes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Decides how much of an endpoint's backlog is claimed: nothing while its circuit is open, one delivery to probe with, then
 * what its lane has room for, which grows with success. While it catches up, what is not due yet is claimed as well.
 */
final class TakeTurns implements Turns {
    /** What is claimed should keep a lane busy until the poller has come round a few times. */
    private static final Duration AHEAD = Duration.ofMillis(300);

    private static final Duration SHORTEST_HOLD = Duration.ofMillis(100);
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(2);

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
        Capacity room = lanes.room(endpoint, AHEAD, perPlace);
        if (room.deliveries() == 0) {
            return new Turn.Hold(clock.instant().plus(whileBusy(room)));
        }
        if (circuits.catchingUp(endpoint)) {
            return new Turn.TakeEarly(room.deliveries());
        }
        return new Turn.Take(room.deliveries());
    }

    @Override
    public void tryNow(EndpointId endpoint, int shard) {
        circuits.tryNow(endpoint, shard);
    }

    @Override
    public void caughtUp(EndpointId endpoint) {
        circuits.caughtUp(endpoint);
    }

    /** About as long as a request of this endpoint takes: a hanging one is not looked at ten times a second. */
    private static Duration whileBusy(Capacity room) {
        Duration hold = room.latency().compareTo(SHORTEST_HOLD) > 0 ? room.latency() : SHORTEST_HOLD;
        return hold.compareTo(LONGEST_HOLD) < 0 ? hold : LONGEST_HOLD;
    }
}
