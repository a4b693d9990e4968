package io.igregulator.webhooks.worker.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs one loop on one thread for as long as the application runs, starts it again after a pause when it fails, and
 * knows when it was last seen alive.
 */
public final class SupervisedLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SupervisedLoop.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Body body;
    private final int phase;
    private final InstantSource clock;
    private final Signal signal = new Signal();
    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private volatile Instant lastAlive;
    private volatile boolean failing;

    /** @param phase as in {@link SmartLifecycle}: higher ones start later and stop earlier */
    public SupervisedLoop(String name, Body body, int phase, InstantSource clock) {
        this.name = name;
        this.body = body;
        this.phase = phase;
        this.clock = clock;
        this.lastAlive = clock.instant();
    }

    /** The work: returns when {@link Signal#running} turns false, throws when it cannot go on. */
    @FunctionalInterface
    public interface Body {
        void run(Signal signal) throws Exception;
    }

    /** What the loop and its supervisor tell each other. */
    public final class Signal {
        private Signal() {}

        public boolean running() {
            return stop.getCount() > 0;
        }

        /** Called once a round: without it the loop counts as stuck. */
        public void alive() {
            lastAlive = clock.instant();
            failing = false;
        }

        /** Waits, unless the loop is told to stop first. */
        public void pause(Duration duration) throws InterruptedException {
            boolean stopped = stop.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            if (stopped) {
                log.trace("{} stops", name);
            }
        }
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        thread = Thread.ofPlatform().name(name).start(this::supervise);
    }

    @Override
    public void stop() {
        stop.countDown();
        @Nullable Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    /** Whether a round was finished within {@code limit}, and the last one did not fail. */
    public boolean healthy(Duration limit) {
        @Nullable Thread running = thread;
        return running != null
                && running.isAlive()
                && !failing
                && lastAlive.plus(limit).isAfter(clock.instant());
    }

    public Instant lastAlive() {
        return lastAlive;
    }

    private void supervise() {
        while (signal.running()) {
            try {
                body.run(signal);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // Errors too: a consumer thread that is gone for good would stop deliveries without a trace.
                failing = true;
                log.error("{} failed and starts again in {}", name, PAUSE_AFTER_FAILURE, e);
                pauseAfterFailure();
            }
        }
    }

    private void pauseAfterFailure() {
        try {
            signal.pause(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            stop.countDown();
        }
    }
}
