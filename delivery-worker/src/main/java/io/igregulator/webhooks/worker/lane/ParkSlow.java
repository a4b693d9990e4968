package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Moves what waits behind a slow endpoint, or for a place of its account, into PostgreSQL, so that its offsets are done and it takes no room from others.
 */
final class ParkSlow implements SupervisedLoop.Body {
    private final Lanes lanes;
    private final OwnDelay ownDelay;
    private final OutcomeBuffer outcomes;
    private final Duration interval;
    private final InstantSource clock;

    ParkSlow(Lanes lanes, OwnDelay ownDelay, OutcomeBuffer outcomes, Duration interval, InstantSource clock) {
        this.lanes = lanes;
        this.ownDelay = ownDelay;
        this.outcomes = outcomes;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            for (Delivery delivery : lanes.park(ownDelay.measure())) {
                outcomes.add(new Outcome.Parked(delivery, reason(delivery), clock.instant()));
            }
            // A request that ended without an outcome made room, and no commit follows it.
            lanes.resume();
            signal.alive();
            signal.pause(interval);
        }
    }

    private Outcome.Parked.Reason reason(Delivery delivery) {
        return lanes.beyondShare(delivery.account())
                ? Outcome.Parked.Reason.ACCOUNT_SHARE
                : Outcome.Parked.Reason.SLOW_ENDPOINT;
    }
}
