package io.igregulator.webhooks.worker.degraded;

import java.time.Duration;
import java.time.Instant;

/** One endpoint's attempts over the last while, in slices that are forgotten one by one. Not thread-safe. */
final class FailureWindow {
    private static final int SLICES = 12;

    private final long sliceMillis;
    private final int[] attempts = new int[SLICES];
    private final int[] failures = new int[SLICES];
    private long newest;

    FailureWindow(Duration window, Instant now) {
        this.sliceMillis = Math.max(1, window.toMillis() / SLICES);
        this.newest = now.toEpochMilli() / sliceMillis;
    }

    void add(boolean failed, Instant now) {
        advance(now);
        int slice = (int) (newest % SLICES);
        attempts[slice]++;
        failures[slice] += failed ? 1 : 0;
    }

    FailureShare share(Instant now) {
        advance(now);
        int total = 0;
        int failed = 0;
        long oldestFailing = newest;
        for (int age = SLICES - 1; age >= 0; age--) {
            int slice = (int) Math.floorMod(newest - age, (long) SLICES);
            total += attempts[slice];
            failed += failures[slice];
            if (failures[slice] > 0 && failed == failures[slice]) {
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
            failures[(int) (slice % SLICES)] = 0;
        }
        newest = Math.max(newest, current);
    }
}
