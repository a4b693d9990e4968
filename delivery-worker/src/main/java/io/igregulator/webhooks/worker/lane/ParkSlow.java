package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import java.time.InstantSource;

/**
 * Moves what waits behind a slow endpoint, or for a place of its account, into PostgreSQL, so that its offsets are done and it takes no room from others.
 */
final class ParkSlow {
    private final Lanes lanes;
    private final OwnDelay ownDelay;
    private final OutcomeBuffer outcomes;
    private final InstantSource clock;

    ParkSlow(Lanes lanes, OwnDelay ownDelay, OutcomeBuffer outcomes, InstantSource clock) {
        this.lanes = lanes;
        this.ownDelay = ownDelay;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    void park() throws InterruptedException {
        for (Parking parking : lanes.park(ownDelay.measure())) {
            outcomes.add(new Outcome.Parked(parking.delivery(), parking.reason(), clock.instant()));
        }
        // A request that ended without an outcome made room, and no commit follows it.
        lanes.resume();
    }
}
