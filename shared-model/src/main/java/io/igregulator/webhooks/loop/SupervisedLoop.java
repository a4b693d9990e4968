package io.igregulator.webhooks.loop;

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
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    private final String name;
    private final Body body;
    private final int phase;
    private final boolean interruptible;
    private final InstantSource clock;
    private volatile @Nullable Thread thread;
    private volatile Signal signal = new Signal();
    private volatile Instant lastAlive;
    /** When it was last heard of, or the end of the pause that it announced. */
    private volatile Instant heardOf;

    private volatile Duration pauseAfterFailure = FIRST_PAUSE;
    private volatile boolean failing;

    /** @param phase as in {@link SmartLifecycle}: higher ones start later and stop earlier */
    public SupervisedLoop(String name, Body body, int phase, InstantSource clock) {
        this(name, body, phase, false, clock);
    }

    private SupervisedLoop(String name, Body body, int phase, boolean interruptible, InstantSource clock) {
        this.name = name;
        this.body = body;
        this.phase = phase;
        this.interruptible = interruptible;
        this.clock = clock;
        this.lastAlive = clock.instant();
        this.heardOf = lastAlive;
    }

    /**
     * A loop that a stop interrupts in whatever it waits for, since its work can be repeated. It runs on a virtual thread,
     * where an interrupt ends a wait inside the PostgreSQL driver too.
     */
    public static SupervisedLoop interruptible(String name, Body body, int phase, InstantSource clock) {
        return new SupervisedLoop(name, body, phase, true, clock);
    }

    /** The work: returns when {@link Signal#running} turns false, throws when it cannot continue. */
    @FunctionalInterface
    public interface Body {
        void run(Signal signal) throws Exception;
    }

    /** One round of work. */
    @FunctionalInterface
    public interface Round {
        /** @return how long to pause before the next one */
        Duration run() throws Exception;
    }

    /** One batch of work. */
    @FunctionalInterface
    public interface Tick {
        /** @return whether there may be more to do at once */
        boolean run() throws Exception;
    }

    /** The same work each time. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Does one round after another, with the pause between them that each returns. */
    public static Body pausing(Round round) {
        return signal -> {
            while (signal.running()) {
                Duration pause = round.run();
                signal.alive();
                signal.pause(pause);
            }
        };
    }

    /** Works until there is no more to do at once, then pauses. */
    public static Body every(Duration interval, Tick tick) {
        return pausing(() -> tick.run() ? Duration.ZERO : interval);
    }

    /** Does the same thing again and again, with a pause between. */
    public static Body repeating(Duration interval, Work work) {
        return pausing(() -> {
            work.run();
            return interval;
        });
    }

    /** What the loop and its supervisor share from a start to the stop. */
    public final class Signal {
        private final CountDownLatch stop = new CountDownLatch(1);

        private Signal() {}

        public boolean running() {
            return stop.getCount() > 0;
        }

        /** Called once per round: without it the loop counts as stuck. */
        public void alive() {
            lastAlive = clock.instant();
            heardOf = lastAlive;
            failing = false;
            pauseAfterFailure = FIRST_PAUSE;
        }

        /** Waits, unless the loop is stopped first. */
        public void pause(Duration duration) throws InterruptedException {
            heardOf = clock.instant().plus(duration);
            boolean stopped = stop.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            heardOf = clock.instant();
            if (stopped) {
                log.trace("{} stops", name);
            }
        }
    }

    @Override
    public void start() {
        Signal started = new Signal();
        signal = started;
        heardOf = clock.instant();
        Thread.Builder builder = interruptible ? Thread.ofVirtual() : Thread.ofPlatform();
        thread = builder.name(name).start(() -> supervise(started));
    }

    @Override
    public void stop() {
        signal.stop.countDown();
        @Nullable Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (interruptible) {
                running.interrupt();
                running.join(STOP_PATIENCE);
            } else {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    /** False also when the thread has died, which nothing but a bug or a lack of memory can bring about. */
    @Override
    public boolean isRunning() {
        @Nullable Thread running = thread;
        return running != null && running.isAlive();
    }

    @Override
    public int getPhase() {
        return phase;
    }

    /** Whether a round was finished within {@code limit}, and the last one did not fail. */
    public boolean healthy(Duration limit) {
        return isRunning() && !failing && lastAlive.plus(limit).isAfter(clock.instant());
    }

    /**
     * Whether its thread is gone, or was not heard of for {@code limit} beyond the pause that it announced. One that fails again
     * and again is heard of: a new process would not do better.
     */
    boolean wedged(Duration limit) {
        @Nullable Thread running = thread;
        return running != null && (!running.isAlive() || heardOf.plus(limit).isBefore(clock.instant()));
    }

    String name() {
        return name;
    }

    public Instant lastAlive() {
        return lastAlive;
    }

    private void supervise(Signal started) {
        while (started.running()) {
            try {
                body.run(started);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // Errors too: a consumer thread that is gone for good would stop deliveries without a trace.
                failing = true;
                log.error("{} failed and starts again in {}", name, pauseAfterFailure, e);
                pauseAfterFailure(started);
            }
        }
    }

    private void pauseAfterFailure(Signal started) {
        try {
            started.pause(pauseAfterFailure);
            Duration doubled = pauseAfterFailure.multipliedBy(2);
            pauseAfterFailure = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        } catch (InterruptedException e) {
            started.stop.countDown();
        }
    }
}
