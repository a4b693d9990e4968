package io.igregulator.webhooks.worker.breaker;

import io.igregulator.webhooks.loop.SupervisedLoop;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Writes circuits as they change, in order and apart from the attempts, which must not wait for it. What PostgreSQL does
 * not take now is tried again; losing one at a crash costs the next worker a few attempts, no delivery.
 */
final class WriteCircuits implements SupervisedLoop.Body, Consumer<Circuit.Change> {
    private static final Logger log = LoggerFactory.getLogger(WriteCircuits.class);
    private static final Duration IDLE = Duration.ofMillis(500);

    private final CircuitStore store;
    private final LinkedBlockingQueue<Circuit.Change> changes = new LinkedBlockingQueue<>();

    WriteCircuits(CircuitStore store) {
        this.store = store;
    }

    @Override
    public void accept(Circuit.Change change) {
        switch (change) {
            case Circuit.Change.Opened(CircuitState state) ->
                log.atWarn()
                        .addKeyValue("endpoint_id", state.endpoint())
                        .addKeyValue("openings", state.openings())
                        .addKeyValue("probe_at", state.probeAt())
                        .addKeyValue("error", state.lastError())
                        .log("circuit opened");
            case Circuit.Change.Closed closed ->
                log.atInfo().addKeyValue("endpoint_id", closed.endpoint()).log("circuit closed");
        }
        changes.add(change);
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            Circuit.@Nullable Change change = changes.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            if (change != null) {
                writeUntilTaken(change, signal);
            }
            signal.alive();
        }
    }

    private void writeUntilTaken(Circuit.Change change, SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            try {
                store.write(change);
                return;
            } catch (DataAccessException e) {
                log.warn("cannot write a circuit, trying again: {}", e.toString());
                signal.pause(IDLE);
            }
        }
    }
}
