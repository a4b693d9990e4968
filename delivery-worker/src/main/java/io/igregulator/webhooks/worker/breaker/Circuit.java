package io.igregulator.webhooks.worker.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint's circuit: resilience4j counts and decides, this class adds what it does not have: a growing wait that can
 * be asked for and that survives a change of worker. One probe at a time while half open.
 */
final class Circuit {
    /** How long a refused delivery waits while another delivery's probe is under way. */
    private static final Duration WHILE_PROBING = Duration.ofSeconds(1);
    /** Never reached: the way to half open is taken here, at {@link CircuitState#probeAt}. */
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private final EndpointId endpoint;
    private final int shard;
    private final BreakerProperties properties;
    private final InstantSource clock;
    private final CircuitBreaker breaker;
    private @Nullable CircuitState state;
    private String lastError = "";

    Circuit(EndpointId endpoint, int shard, BreakerProperties properties, InstantSource clock) {
        this.endpoint = endpoint;
        this.shard = shard;
        this.properties = properties;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(endpoint.toString(), config(properties));
    }

    /** A circuit that another worker left open. */
    static Circuit restored(CircuitState state, BreakerProperties properties, InstantSource clock) {
        Circuit circuit = new Circuit(state.endpoint(), state.shard(), properties, clock);
        circuit.state = state;
        circuit.breaker.transitionToOpenState();
        return circuit;
    }

    synchronized Permission ask() {
        Instant now = clock.instant();
        if (state != null && breaker.getState() == State.OPEN) {
            if (now.isBefore(state.probeAt())) {
                return new Permission.Refused(state.probeAt());
            }
            breaker.transitionToHalfOpenState();
        }
        return breaker.tryAcquirePermission()
                ? new Permission.Granted()
                : new Permission.Refused(now.plus(WHILE_PROBING));
    }

    /** Ends the wait of an open one: the next delivery is its probe. */
    synchronized void probeNow() {
        Instant now = clock.instant();
        if (state != null && now.isBefore(state.probeAt())) {
            state = state.probingAt(now);
        }
    }

    /** The permission was not used. */
    synchronized void giveBack() {
        breaker.releasePermission();
    }

    /** @return the new state if this attempt changed it */
    synchronized Optional<Change> succeeded() {
        State before = breaker.getState();
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        return changed(before);
    }

    /** @return the new state if this attempt changed it */
    synchronized Optional<Change> failed(String error) {
        lastError = error;
        State before = breaker.getState();
        breaker.onError(0, TimeUnit.NANOSECONDS, new AttemptFailed());
        return changed(before);
    }

    /** After either: the attempt that completes the sample may be a success, and the share of failures still too high. */
    private Optional<Change> changed(State before) {
        State now = breaker.getState();
        if (now == State.OPEN && before != State.OPEN) {
            state = opened(lastError);
            return Optional.of(new Change.Opened(state));
        }
        if (now == State.CLOSED && state != null) {
            state = null;
            return Optional.of(new Change.Closed(endpoint));
        }
        return Optional.empty();
    }

    /** While it is not closed. */
    synchronized Optional<CircuitState> state() {
        return Optional.ofNullable(state);
    }

    synchronized boolean halfOpen() {
        return breaker.getState() == State.HALF_OPEN;
    }

    int shard() {
        return shard;
    }

    private CircuitState opened(String error) {
        Instant now = clock.instant();
        int openings = state == null ? 1 : state.openings() + 1;
        return new CircuitState(
                endpoint,
                shard,
                state == null ? now : state.openedAt(),
                openings,
                now.plus(properties.wait(openings)),
                error);
    }

    private static CircuitBreakerConfig config(BreakerProperties properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(properties.window())
                .minimumNumberOfCalls(properties.minimumAttempts())
                .failureRateThreshold(properties.failureShare())
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(FOR_EVER)
                .writableStackTraceEnabled(false)
                .build();
    }

    /** What a circuit became. */
    sealed interface Change {
        /** Open, for the first time or again. */
        record Opened(CircuitState state) implements Change {}

        /** Closed: the endpoint is well. */
        record Closed(EndpointId endpoint) implements Change {}
    }

    /** Reports a failed attempt to resilience4j; never thrown. */
    private static final class AttemptFailed extends RuntimeException {
        AttemptFailed() {
            super("attempt failed", null, false, false);
        }
    }
}
