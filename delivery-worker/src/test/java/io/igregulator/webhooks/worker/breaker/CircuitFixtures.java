package io.igregulator.webhooks.worker.breaker;

import io.igregulator.webhooks.id.EndpointId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Circuits for tests of other packages. */
public final class CircuitFixtures {
    static final BreakerProperties PROPERTIES =
            new BreakerProperties(20, 10, 50, Duration.ofSeconds(30), Duration.ofMinutes(10), 1_000);

    private CircuitFixtures() {}

    public static Circuits circuits(InstantSource clock) {
        return new Circuits(PROPERTIES, clock, change -> {});
    }

    /** Open, and due for its probe. */
    public static void open(Circuits circuits, EndpointId endpoint) {
        circuits.restore(List.of(new CircuitState(endpoint, 0, Instant.EPOCH, 1, Instant.EPOCH, "timeout")));
    }
}
