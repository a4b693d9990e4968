package io.igregulator.webhooks.benchmark.traffic;

import java.util.Arrays;

/** Every event of a run by its number: when it was to be published, and to which group it goes. */
public final class Published {
    private long[] intended = new long[4_096];
    private int[] group = new int[4_096];
    private volatile int count;

    /** Returns the event's number. */
    int add(long intendedNanos, int toGroup) {
        int number = count;
        if (number == intended.length) {
            intended = Arrays.copyOf(intended, 2 * number);
            group = Arrays.copyOf(group, 2 * number);
        }
        intended[number] = intendedNanos;
        group[number] = toGroup;
        count = number + 1;
        return number;
    }

    public int count() {
        return count;
    }

    /** Nanoseconds since 1970. */
    public long intended(int event) {
        return intended[event];
    }

    public int group(int event) {
        return group[event];
    }
}
