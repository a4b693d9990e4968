package io.igregulator.webhooks.worker.degraded;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One endpoint's attempts over the last while, in slices that are forgotten one by one. Not thread-safe. */
final class FailureWindow {
    private static final int SLICES = 12;

    private final long sliceMillis;
    private final int[] attempts = new int[SLICES];
    // Null until one fails: there is a window for each endpoint that was sent to lately, and few of them fail.
    private int @Nullable [] failures;
    private long newest;

    FailureWindow(Duration window, Instant now) {
        this.sliceMillis = Math.max(1, window.toMillis() / SLICES);
        this.newest = now.toEpochMilli() / sliceMillis;
    }

    void add(boolean failed, Instant now) {
        advance(now);
        int slice = (int) (newest % SLICES);
        attempts[slice]++;
        if (failed) {
            failures = failures == null ? new int[SLICES] : failures;
            failures[slice]++;
        }
    }

    FailureShare share(Instant now) {
        advance(now);
        int total = 0;
        int failed = 0;
        long oldestFailing = newest;
        for (int age = SLICES - 1; age >= 0; age--) {
            int slice = (int) Math.floorMod(newest - age, (long) SLICES);
            total += attempts[slice];
            int failedThen = failures == null ? 0 : failures[slice];
            failed += failedThen;
            if (failedThen > 0 && failed == failedThen) {
                oldestFailing = newest - age;
            }
        }
        return new FailureShare(failed, total, Instant.ofEpochMilli(oldestFailing * sliceMillis));
    }

    /** Empties the slices that time has passed over. */
    private void advance(Instant now) {
        long current = now.toEpochMilli() / sliceMillis;
        for (long slice = Math.max(newest + 1, current - SLICES + 1); slice <= current; slice++) {
            attempts[(int) (slice % SLICES)] = 0;
            if (failures != null) {
                failures[(int) (slice % SLICES)] = 0;
            }
        }
        newest = Math.max(newest, current);
    }
}
