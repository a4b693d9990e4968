package io.igregulator.webhooks.chaos.strain;

import java.time.Duration;

/**
 * What one attack did to the others, once.
 *
 * @param beside how another account fared
 * @param survived whether every process lives and answers its health check
 * @param refused whether the attack got only what it may
 * @param got what it got
 */
record StrainPlay(String name, Sample beside, boolean survived, boolean refused, String got) {
    private static final int MOST = 2;

    /** Below these the machine's own noise decides, as the attack runs on it too. */
    private static final Duration NOTICEABLE_CALL = Duration.ofMillis(250);

    private static final Duration NOTICEABLE_DELIVERY = Duration.ofMillis(500);

    /** Whether everything but the durations is right. No noise explains any of it, so one play decides. */
    boolean kept() {
        return survived && refused && beside.failedCalls() == 0 && beside.lost() == 0;
    }

    boolean inTime(Sample quiet) {
        return within(beside.call(), quiet.call(), NOTICEABLE_CALL)
                && within(beside.delivery(), quiet.delivery(), NOTICEABLE_DELIVERY);
    }

    private static boolean within(Duration actual, Duration quiet, Duration noticeable) {
        return actual.compareTo(noticeable) <= 0 || actual.compareTo(quiet.multipliedBy(MOST)) <= 0;
    }
}
