package io.igregulator.webhooks.worker.attempt;

import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.endpoint.EndpointSnapshot;
import io.igregulator.webhooks.worker.endpoint.EndpointSnapshots;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What a lane does with a delivery whose turn has come: look the endpoint up, attempt or hold it, hand the outcome on. It
 * runs on the request's own virtual thread and never throws.
 */
public final class AttemptDelivery implements Consumer<Delivery> {
    private static final Logger log = LoggerFactory.getLogger(AttemptDelivery.class);
    private static final Duration PAUSE_WITHOUT_DATABASE = Duration.ofMillis(500);

    private final EndpointSnapshots endpoints;
    private final DeliveryAttempt attempt;
    private final OutcomeBuffer outcomes;
    private final InstantSource clock;

    AttemptDelivery(EndpointSnapshots endpoints, DeliveryAttempt attempt, OutcomeBuffer outcomes, InstantSource clock) {
        this.endpoints = endpoints;
        this.attempt = attempt;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public void accept(Delivery delivery) {
        try {
            while (delivery.ticket().valid()) {
                if (handled(delivery)) {
                    return;
                }
                LockSupport.parkNanos(PAUSE_WITHOUT_DATABASE.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delivery.ticket().dropped();
    }

    /** False when PostgreSQL cannot be asked now: the delivery keeps its place in the lane until it can. */
    private boolean handled(Delivery delivery) throws InterruptedException {
        try {
            outcomes.add(outcome(delivery));
            return true;
        } catch (DataAccessException e) {
            log.warn("cannot look up endpoint {}, trying again: {}", delivery.endpoint(), e.toString());
            return false;
        }
    }

    private Outcome outcome(Delivery delivery) throws InterruptedException {
        Optional<EndpointSnapshot> found;
        try {
            found = endpoints.atLeast(delivery.endpoint(), delivery.endpointVersion());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            // For one, a secret whose key is no longer configured: this endpoint's trouble, not its neighbours'.
            return attempt.impossible(delivery, e);
        }
        if (found.isEmpty()) {
            return new Outcome.Abandoned(delivery);
        }
        EndpointSnapshot endpoint = found.get();
        return endpoint.active() ? attempt.make(delivery, endpoint) : new Outcome.Held(delivery, clock.instant());
    }
}
