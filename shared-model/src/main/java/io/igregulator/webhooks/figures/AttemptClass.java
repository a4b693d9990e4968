package io.igregulator.webhooks.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of an attempt: how it ended and, where there was an answer, how long that took.
 *
 * @param bucket index into {@link #BOUNDS_MILLIS}, or its size for whatever took longer; 0 without an answer
 */
public record AttemptClass(End end, int bucket) {
    /** How an attempt ended. */
    public enum End {
        /** The receiver accepted it. */
        DELIVERED,
        /** The receiver answered with anything else. */
        REFUSED,
        /** There was no answer. */
        UNANSWERED
    }

    /** The most that each bucket but the last holds, in milliseconds. Stored figures depend on them. */
    public static final List<Integer> BOUNDS_MILLIS =
            List.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000);

    public static final int BUCKETS = BOUNDS_MILLIS.size() + 1;

    /** How many there may be per endpoint. */
    static final int MOST = 2 * BUCKETS + 1;

    private static final int[] BOUNDS =
            BOUNDS_MILLIS.stream().mapToInt(Integer::intValue).toArray();
    private static final AttemptClass UNANSWERED = new AttemptClass(End.UNANSWERED, 0);
    private static final List<AttemptClass> BY_CODE = byCode();

    private static List<AttemptClass> byCode() {
        List<AttemptClass> all = new ArrayList<>();
        for (End end : List.of(End.DELIVERED, End.REFUSED)) {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                all.add(new AttemptClass(end, bucket));
            }
        }
        all.add(UNANSWERED);
        return List.copyOf(all);
    }

    public static AttemptClass answered(boolean accepted, int latencyMillis) {
        int bucket = 0;
        while (bucket < BOUNDS.length && latencyMillis > BOUNDS[bucket]) {
            bucket++;
        }
        return BY_CODE.get(accepted ? bucket : BUCKETS + bucket);
    }

    public static AttemptClass unanswered() {
        return UNANSWERED;
    }

    /** @throws IndexOutOfBoundsException if it is not the {@link #code} of any */
    static AttemptClass ofCode(int code) {
        return BY_CODE.get(code);
    }

    /** As it is stored. */
    int code() {
        return switch (end) {
            case DELIVERED -> bucket;
            case REFUSED -> BUCKETS + bucket;
            case UNANSWERED -> 2 * BUCKETS;
        };
    }
}
