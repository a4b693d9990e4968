package io.igregulator.webhooks.api.outbox;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the relay on a thread of its own for as long as the service runs. */
final class OutboxRelay implements SmartLifecycle {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    private final Supplier<RelayLoop> loops;
    private @Nullable Run run;

    OutboxRelay(Supplier<RelayLoop> loops) {
        this.loops = loops;
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            RelayLoop loop = loops.get();
            // Virtual, since an interrupt then ends a wait inside the PostgreSQL driver too.
            run = new Run(loop, Thread.ofVirtual().name("outbox-relay").start(loop));
        }
    }

    @Override
    public synchronized void stop() {
        if (run != null) {
            run.stop();
            run = null;
        }
    }

    /** False also when the thread has died, which nothing but a bug or a lack of memory can bring about. */
    @Override
    public synchronized boolean isRunning() {
        return run != null && run.thread.isAlive();
    }

    private record Run(RelayLoop loop, Thread thread) {
        void stop() {
            loop.stop();
            thread.interrupt();
            try {
                thread.join(STOP_PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
