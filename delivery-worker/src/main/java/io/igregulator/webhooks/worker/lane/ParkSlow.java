package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Moves what waits behind a slow endpoint into PostgreSQL, so that its offsets are done and it takes no room from others.
 */
final class ParkSlow implements SupervisedLoop.Body {
    private final Lanes lanes;
    private final OutcomeBuffer outcomes;
    private final Duration interval;
    private final InstantSource clock;

    ParkSlow(Lanes lanes, OutcomeBuffer outcomes, Duration interval, InstantSource clock) {
        this.lanes = lanes;
        this.outcomes = outcomes;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            for (Delivery delivery : lanes.park()) {
                outcomes.add(new Outcome.Parked(delivery, Outcome.Parked.Reason.SLOW_ENDPOINT, clock.instant()));
            }
            // A request that ended without an outcome made room, and no commit follows it.
            lanes.resume();
            signal.alive();
            signal.pause(interval);
        }
    }
}
