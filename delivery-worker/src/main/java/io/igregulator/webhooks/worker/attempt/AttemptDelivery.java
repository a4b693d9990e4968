package io.igregulator.webhooks.worker.attempt;

import io.igregulator.webhooks.worker.breaker.Circuits;
import io.igregulator.webhooks.worker.breaker.Permission;
import io.igregulator.webhooks.worker.delivery.AttemptReport;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.endpoint.EndpointSnapshot;
import io.igregulator.webhooks.worker.endpoint.EndpointSnapshots;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.outcome.Outcome.Parked.Reason;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What a lane does with a delivery whose turn has come: ask the circuit, look the endpoint up, attempt or park it, hand the
 * outcome on. It runs on the request's own virtual thread and never throws.
 */
public final class AttemptDelivery implements Function<Delivery, AttemptReport> {
    private static final Logger log = LoggerFactory.getLogger(AttemptDelivery.class);
    private static final Duration PAUSE_WITHOUT_DATABASE = Duration.ofMillis(500);

    private final Circuits circuits;
    private final EndpointSnapshots endpoints;
    private final PostSigned attempt;
    private final OutcomeBuffer outcomes;
    private final InstantSource clock;

    AttemptDelivery(
            Circuits circuits,
            EndpointSnapshots endpoints,
            PostSigned attempt,
            OutcomeBuffer outcomes,
            InstantSource clock) {
        this.circuits = circuits;
        this.endpoints = endpoints;
        this.attempt = attempt;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public AttemptReport apply(Delivery delivery) {
        try {
            Optional<Outcome> outcome = outcome(delivery);
            if (outcome.isPresent()) {
                outcomes.add(outcome.get());
                return report(outcome.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delivery.ticket().dropped();
        return AttemptReport.notTried();
    }

    /** Empty when the delivery is no longer this worker's. */
    private Optional<Outcome> outcome(Delivery delivery) throws InterruptedException {
        while (delivery.ticket().valid()) {
            if (circuits.ask(delivery.endpoint()) instanceof Permission.Refused(var until)) {
                // Due: should the circuit close before its time, nothing else holds the delivery back.
                return Optional.of(new Outcome.Parked(delivery, Reason.CIRCUIT_OPEN, clock.instant(), until));
            }
            try {
                return Optional.of(permitted(delivery));
            } catch (DataAccessException e) {
                // The delivery keeps its place in the lane until PostgreSQL can be asked.
                circuits.giveBack(delivery.endpoint());
                log.warn("cannot look up endpoint {}, trying again: {}", delivery.endpoint(), e.toString());
                LockSupport.parkNanos(PAUSE_WITHOUT_DATABASE.toNanos());
            }
        }
        return Optional.empty();
    }

    private Outcome permitted(Delivery delivery) throws InterruptedException {
        Optional<EndpointSnapshot> found;
        try {
            found = endpoints.atLeast(delivery.endpoint(), delivery.endpointVersion());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            // For example a secret whose key is no longer configured: this endpoint's trouble, not its neighbours'.
            return reported(attempt.impossible(delivery, e));
        }
        if (found.isEmpty()) {
            return reported(new Outcome.Abandoned(delivery));
        }
        return reported(
                found.get().active()
                        ? attempt.make(delivery, found.get())
                        : new Outcome.Parked(delivery, Reason.INACTIVE, clock.instant()));
    }

    /** Reports to the circuit, which must learn the outcome of every permission it granted. */
    private Outcome reported(Outcome outcome) {
        Delivery delivery = outcome.delivery();
        if (!(outcome instanceof Outcome.Attempted attempted)) {
            circuits.giveBack(delivery.endpoint());
        } else if (attempted.succeeded()) {
            circuits.succeeded(delivery.endpoint());
        } else {
            circuits.failed(delivery.endpoint(), delivery.shard(), attempted.failure());
        }
        return outcome;
    }

    private static AttemptReport report(Outcome outcome) {
        return outcome instanceof Outcome.Attempted attempted
                ? new AttemptReport(result(attempted), Duration.ofMillis(attempted.latencyMillis()))
                : AttemptReport.notTried();
    }

    private static AttemptReport.Result result(Outcome.Attempted attempted) {
        if (attempted.succeeded()) {
            return AttemptReport.Result.SUCCEEDED;
        }
        return attempted.overloaded() ? AttemptReport.Result.OVERLOADED : AttemptReport.Result.FAILED;
    }
}
