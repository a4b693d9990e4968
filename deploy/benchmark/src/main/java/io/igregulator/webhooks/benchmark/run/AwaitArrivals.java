package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.database.Recorded;
import io.igregulator.webhooks.stack.Await;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until nothing is under way any more, or nothing comes any more. */
final class AwaitArrivals {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Platform platform;
    private final Progress progress;

    AwaitArrivals(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /** Returns what PostgreSQL calls a success. */
    long awaitAll(long expected) {
        long begun = System.nanoTime();
        long changed = begun;
        int before = -1;
        while (before < expected && System.nanoTime() - changed < PATIENCE.toNanos()) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                break;
            }
            int accepted = progress.look("finish");
            if (accepted != before) {
                changed = System.nanoTime();
                before = accepted;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return awaitRecorded(expected);
    }

    private long awaitRecorded(long expected) {
        Await.until(() -> Recorded.successes(platform.database()) >= expected, PATIENCE, PAUSE);
        return Recorded.successes(platform.database());
    }
}
