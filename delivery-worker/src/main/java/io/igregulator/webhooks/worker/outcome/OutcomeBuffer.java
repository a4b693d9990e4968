package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.degraded.Degradation;
import io.igregulator.webhooks.worker.degraded.Episode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects outcomes and writes them in batches on one thread. A batch that cannot be written is tried again until it can:
 * no delivery is done before its outcome is committed, so the buffer filling up is what stops the worker while
 * PostgreSQL is away.
 */
public final class OutcomeBuffer implements SupervisedLoop.Body {
    private static final Logger log = LoggerFactory.getLogger(OutcomeBuffer.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final OutcomeWriter writer;
    private final Degradation degradation;
    private final OutcomeMeters meters;
    private final OutcomeProperties properties;
    private final ArrayBlockingQueue<Outcome> queue;
    private final Unrecorded unrecorded;
    private final InstantSource clock;
    // Here and not in the loop, which an error ends: started again, it continues with the same batch.
    private List<Outcome> batch = List.of();
    private @Nullable List<Episode> episodes;
    private Instant writing;
    private volatile boolean failing;

    OutcomeBuffer(
            OutcomeWriter writer,
            Degradation degradation,
            OutcomeMeters meters,
            OutcomeProperties properties,
            Unrecorded unrecorded,
            InstantSource clock) {
        this.writer = writer;
        this.degradation = degradation;
        this.meters = meters;
        this.properties = properties;
        this.unrecorded = unrecorded;
        this.clock = clock;
        this.writing = clock.instant();
        this.queue = new ArrayBlockingQueue<>(properties.bufferSize());
    }

    /** Waits while the buffer is full; that wait is the back-pressure on the lanes. */
    public void add(Outcome outcome) throws InterruptedException {
        unrecorded.add(outcome);
        queue.put(outcome);
    }

    /** Whether so much is waiting that nothing new should be started. */
    public boolean congested() {
        return queue.size() > properties.bufferSize() / 2;
    }

    /** The share of the buffer that is full. */
    public double used() {
        return (double) queue.size() / properties.bufferSize();
    }

    /** Whether PostgreSQL refuses the batch that is to be written now. */
    public boolean failing() {
        return failing;
    }

    /** Outcomes accepted and not yet committed. */
    public int unrecorded() {
        return unrecorded.outcomes();
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running() || !queue.isEmpty()) {
            if (batch.isEmpty()) {
                batch = collect();
            }
            if (!batch.isEmpty()) {
                writeUntilCommitted(signal);
                batch = List.of();
                episodes = null;
                // Only now: an error of those who listen must not have the batch written again.
                unrecorded.reportRoom();
            } else {
                writeFigures(writer::writeDueFigures);
            }
            signal.alive();
        }
        writeFigures(writer::writeAllFigures);
    }

    /** Those that no batch took along. They can be lost, so nothing waits for them. */
    private static void writeFigures(Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            log.warn("cannot write endpoint figures: {}", e.toString());
        }
    }

    private List<Outcome> collect() throws InterruptedException {
        int most = Math.min(properties.maxBatch(), unrecorded.batch());
        List<Outcome> batch = new ArrayList<>(most);
        // What is there already came while the batch before was written.
        boolean waited = !queue.isEmpty();
        @Nullable Outcome first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            // What comes next did not wait for the batch before.
            writing = clock.instant();
            return batch;
        }
        batch.add(first);
        unrecorded.waitsSince(waited ? writing : clock.instant());
        long closesAt = System.nanoTime() + properties.maxDelay().toNanos();
        while (batch.size() < most) {
            queue.drainTo(batch, most - batch.size());
            long left = closesAt - System.nanoTime();
            if (left <= 0 || batch.size() >= most) {
                break;
            }
            @Nullable Outcome next = queue.poll(left, TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    private void writeUntilCommitted(SupervisedLoop.Signal signal) throws InterruptedException {
        writing = clock.instant();
        while (true) {
            try {
                List<Episode> found = episodes();
                long start = System.nanoTime();
                writer.write(batch, found);
                long took = System.nanoTime() - start;
                batch.forEach(outcome -> outcome.delivery().ticket().recorded());
                // Last: a thread that waits until nothing is unrecorded then commits what the tickets completed.
                unrecorded.committed(batch, Duration.between(writing, clock.instant()));
                failing = false;
                meters.recorded(batch, took);
                return;
            } catch (RuntimeException e) {
                failing = true;
                meters.failed();
                if (!signal.running()) {
                    log.warn("stopped with {} outcomes unwritten; their deliveries will be repeated", batch.size());
                    return;
                }
                log.warn("cannot write {} outcomes, trying again: {}", batch.size(), e.toString());
                signal.pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    /** Determined once per batch, not once per try: each attempt counts once. */
    private List<Episode> episodes() {
        List<Episode> known = episodes;
        if (known == null) {
            known = findEpisodes();
            episodes = known;
        }
        return known;
    }

    private List<Episode> findEpisodes() {
        List<Episode> found = new ArrayList<>();
        for (Outcome outcome : batch) {
            if (outcome instanceof Outcome.Attempted attempted) {
                degradation
                        .attempted(
                                attempted.delivery().endpoint(),
                                attempted.delivery().shard(),
                                attempted.succeeded() ? null : attempted.failure())
                        .ifPresent(found::add);
            }
        }
        return found;
    }
}
