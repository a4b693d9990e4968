package io.igregulator.webhooks.worker.breaker;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.breaker.Circuit.Change;
import io.igregulator.webhooks.worker.breaker.Permission.Granted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The circuits of this worker's endpoints. An endpoint that never failed has none, which keeps the registry small and the
 * healthy path free of it.
 */
public final class Circuits {
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(2);
    private static final Granted GRANTED = new Granted();

    private final BreakerProperties properties;
    private final InstantSource clock;
    private final Consumer<Change> changes;
    private final Cache<EndpointId, Circuit> circuits;
    private final CatchUps catchUps = new CatchUps();

    /** @param changes notified of every circuit that opens or closes, from the thread of the attempt that did it */
    Circuits(BreakerProperties properties, InstantSource clock, Consumer<Change> changes) {
        this.properties = properties;
        this.clock = clock;
        this.changes = changes;
        this.circuits = Caffeine.newBuilder()
                .maximumSize(properties.maxCircuits())
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }

    public Permission ask(EndpointId endpoint) {
        @Nullable Circuit circuit = circuits.getIfPresent(endpoint);
        return circuit == null ? GRANTED : circuit.ask();
    }

    /** A granted permission was not used. */
    public void giveBack(EndpointId endpoint) {
        @Nullable Circuit circuit = circuits.getIfPresent(endpoint);
        if (circuit != null) {
            circuit.giveBack();
        }
    }

    public void succeeded(EndpointId endpoint) {
        boolean repaired = catchUps.succeeded(endpoint);
        @Nullable Circuit circuit = circuits.getIfPresent(endpoint);
        if (circuit == null) {
            return;
        }
        if (repaired && circuit.state().isEmpty()) {
            // Its failures are of before the repair: with them in its window the next successes would open it.
            circuits.invalidate(endpoint);
        } else {
            circuit.succeeded().ifPresent(changes);
        }
    }

    /** @param error the attempt's error code, or its HTTP status */
    public void failed(EndpointId endpoint, int shard, String error) {
        catchUps.end(endpoint);
        circuits.get(endpoint, id -> new Circuit(id, shard, properties, clock))
                .failed(error)
                .ifPresent(changes);
    }

    /** Whether deliveries may go out as many at a time as the lane allows. */
    public boolean closed(EndpointId endpoint) {
        @Nullable Circuit circuit = circuits.getIfPresent(endpoint);
        return (circuit == null || circuit.state().isEmpty()) && !catchUps.unproven(endpoint);
    }

    /**
     * The endpoint's owner says that its receiver works: one delivery shows it at once, whatever it waits for, and the others
     * follow.
     */
    public void tryNow(EndpointId endpoint, int shard) {
        @Nullable Circuit circuit = circuits.getIfPresent(endpoint);
        if (circuit != null) {
            circuit.probeNow();
        }
        catchUps.begin(endpoint, shard);
    }

    /** Whether deliveries may be sent before their time. */
    public boolean catchingUp(EndpointId endpoint) {
        return catchUps.underWay(endpoint);
    }

    /** Nothing is left that waits for its time. */
    public void caughtUp(EndpointId endpoint) {
        catchUps.end(endpoint);
    }

    /** When the next probe may go out; empty for a closed circuit, and for one whose time has come. */
    public Optional<Instant> openUntil(EndpointId endpoint) {
        return Optional.ofNullable(circuits.getIfPresent(endpoint))
                .flatMap(Circuit::state)
                .map(CircuitState::probeAt)
                .filter(probe -> clock.instant().isBefore(probe));
    }

    long open() {
        return count(false);
    }

    long halfOpen() {
        return count(true);
    }

    /** Takes over what another worker left; what this worker knows itself is newer. */
    void restore(Collection<CircuitState> states) {
        states.forEach(
                state -> circuits.asMap().putIfAbsent(state.endpoint(), Circuit.restored(state, properties, clock)));
    }

    /** Another worker takes these shards over. */
    void forget(Collection<Integer> shards) {
        circuits.asMap().values().removeIf(circuit -> shards.contains(circuit.shard()));
        catchUps.forget(shards);
    }

    private long count(boolean halfOpen) {
        return circuits.asMap().values().stream()
                .filter(circuit -> circuit.state().isPresent() && circuit.halfOpen() == halfOpen)
                .count();
    }
}
