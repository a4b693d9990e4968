package io.igregulator.webhooks.chaos.watch;

import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Looks at the offsets and at what waits every second, prints a line every few, and knows when nothing is left to be done. */
public final class Watch implements AutoCloseable {
    private static final long LOOK_MILLIS = 1_000;
    private static final long PRINT_SECONDS = 5;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ReadOffsets kafka;
    private final ReadDatabase database;
    private final Progress progress;
    private final Console console;
    private final OffsetsOverTime offsets = new OffsetsOverTime();
    private final WaitingOverTime waiting = new WaitingOverTime();
    private final ScheduledExecutorService loops = Executors.newScheduledThreadPool(3);
    private final long begunAt = System.nanoTime();

    public Watch(ReadOffsets kafka, ReadDatabase database, Progress progress, Console console) {
        this.kafka = kafka;
        this.database = database;
        this.progress = progress;
        this.console = console;
    }

    public void begin() {
        var _ = loops.scheduleWithFixedDelay(
                () -> kafka.read().ifPresent(offsets::add), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var _ = loops.scheduleWithFixedDelay(
                () -> database.waiting().ifPresent(waiting::add), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var _ = loops.scheduleAtFixedRate(this::print, PRINT_SECONDS, PRINT_SECONDS, TimeUnit.SECONDS);
    }

    private void print() {
        long seconds = Duration.ofNanos(System.nanoTime() - begunAt).toSeconds();
        console.say(String.format(
                Locale.ROOT,
                "  %02d:%02d  published %d, accepted %d, lag %s, waiting %s, faults %d",
                seconds / 60,
                seconds % 60,
                progress.published().getAsInt(),
                progress.accepted().getAsLong(),
                kafka.read().map(look -> Long.toString(look.lag())).orElse("unknown"),
                database.backlog().map(left -> Long.toString(left.waiting())).orElse("unknown"),
                progress.faults().getAsInt()));
    }

    /** Returns when two looks in a row find nothing to do, or patience ends. */
    public boolean awaitQuiet(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int quiet = 0; quiet < 2; quiet = quiet() ? quiet + 1 : 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private boolean quiet() {
        Optional<Offsets> look = kafka.read();
        look.ifPresent(offsets::add);
        return look.filter(found -> found.lag() == 0).isPresent()
                && database.backlog().filter(ReadDatabase.Backlog::empty).isPresent();
    }

    public OffsetsOverTime offsets() {
        return offsets;
    }

    public WaitingOverTime waiting() {
        return waiting;
    }

    /** What is left to be done, in words; empty if nothing is. */
    public String leftOver() {
        String lag = kafka.read()
                .map(look -> "lag of fan-out " + look.fanoutLag() + ", of dispatch " + look.dispatchLag())
                .orElse("Kafka does not answer");
        String rows = database.backlog()
                .map(left -> "waiting deliveries " + left.waiting() + ", outbox rows " + left.outbox())
                .orElse("PostgreSQL does not answer");
        return lag + ", " + rows;
    }

    @Override
    public void close() {
        loops.shutdownNow();
        kafka.close();
    }
}
