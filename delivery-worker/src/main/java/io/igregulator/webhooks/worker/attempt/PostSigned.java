package io.igregulator.webhooks.worker.attempt;

import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.http.ExchangeError;
import io.igregulator.webhooks.http.WebhookSender;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.endpoint.EndpointSnapshot;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.outcome.ResultMeters;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import io.igregulator.webhooks.worker.retry.RetrySchedule;
import io.igregulator.webhooks.worker.trace.AttemptTrace;
import io.igregulator.webhooks.worker.trace.TraceAttempts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs a delivery with every active secret, posts it, decides what follows, and reports it. */
final class PostSigned {
    private static final Logger log = LoggerFactory.getLogger(PostSigned.class);

    private static final Duration WAIT_AFTER_SHORTAGE = Duration.ofSeconds(1);

    private final WebhookSender sender;
    private final RetrySchedule schedule;
    private final ResultMeters results;
    private final AttemptMeters meters;
    private final AttemptLog attemptLog;
    private final TraceAttempts traces;
    private final InstantSource clock;

    PostSigned(
            WebhookSender sender,
            RetrySchedule schedule,
            ResultMeters results,
            AttemptMeters meters,
            AttemptLog attemptLog,
            TraceAttempts traces,
            InstantSource clock) {
        this.sender = sender;
        this.schedule = schedule;
        this.results = results;
        this.meters = meters;
        this.attemptLog = attemptLog;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * Whatever goes wrong is an attempt that failed.
     *
     * @throws InterruptedException when the worker itself cut the exchange off, which says nothing about the receiver
     */
    Outcome make(Delivery delivery, EndpointSnapshot endpoint) throws InterruptedException {
        Instant startedAt = clock.instant();
        AttemptTrace trace = traces.begin(delivery);
        Exchange exchange = exchange(delivery, endpoint, startedAt, trace);
        results.ended(exchange);
        if (exchange instanceof Exchange.Unanswered(ExchangeError error, Duration latency)) {
            if (error == ExchangeError.INTERRUPTED) {
                throw new InterruptedException("cut off after " + latency);
            }
            String host = endpoint.destination().uri().getHost();
            if (error == ExchangeError.NO_FREE_CONNECTION) {
                log.warn("no free connection to {}, see webhooks.http.max-connections", host);
                return shortage(delivery, Outcome.Parked.Reason.NO_CONNECTION);
            }
            if (error == ExchangeError.NO_FREE_LOOKUP) {
                log.warn("no DNS lookup to spare for {}, see webhooks.dns", host);
                return shortage(delivery, Outcome.Parked.Reason.NO_LOOKUP);
            }
        }
        Outcome.Attempted attempted = outcome(delivery, exchange, startedAt);
        report(attempted, endpoint.destination().uri().getHost(), trace);
        return attempted;
    }

    private void report(Outcome.Attempted attempted, String host, @Nullable AttemptTrace trace) {
        if (trace == null) {
            meters.attempted(attempted);
        } else {
            traces.end(trace, attempted, host, () -> meters.attempted(attempted));
        }
        attemptLog.attempted(attempted, host, trace);
    }

    /** Nothing was sent, and the shortage is our own: it costs the endpoint no attempt. */
    private Outcome shortage(Delivery delivery, Outcome.Parked.Reason reason) {
        return new Outcome.Parked(delivery, reason, clock.instant().plus(WAIT_AFTER_SHORTAGE));
    }

    /** An attempt that failed before anything could be sent. */
    Outcome impossible(Delivery delivery, RuntimeException cause) {
        log.error("delivery {} to endpoint {} cannot be attempted", delivery.id(), delivery.endpoint(), cause);
        Exchange nothing = new Exchange.Unanswered(ExchangeError.INTERNAL_ERROR, Duration.ZERO);
        results.ended(nothing);
        Outcome.Attempted attempted = outcome(delivery, nothing, clock.instant());
        meters.attempted(attempted);
        return attempted;
    }

    private Exchange exchange(
            Delivery delivery, EndpointSnapshot endpoint, Instant startedAt, @Nullable AttemptTrace trace) {
        try {
            return sender.send(SignedRequest.of(delivery, endpoint, startedAt, trace));
        } catch (RuntimeException e) {
            log.error("attempt of delivery {} failed before it was sent", delivery.id(), e);
            return new Exchange.Unanswered(ExchangeError.INTERNAL_ERROR, Duration.ZERO);
        }
    }

    private Outcome.Attempted outcome(Delivery delivery, Exchange exchange, Instant startedAt) {
        RetryDecision decision = schedule.decide(exchange, delivery.attempts().nextOfSchedule(), clock.instant());
        int latency = (int) Math.min(Integer.MAX_VALUE, exchange.latency().toMillis());
        return switch (exchange) {
            case Exchange.Answered answered ->
                new Outcome.Attempted(
                        delivery, startedAt, latency, answered.status(), null, answered.bodyExcerpt(), decision);
            case Exchange.Unanswered unanswered ->
                new Outcome.Attempted(
                        delivery, startedAt, latency, null, unanswered.error().wireName(), null, decision);
        };
    }
}
