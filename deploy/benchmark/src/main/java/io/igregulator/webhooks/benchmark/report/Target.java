package io.igregulator.webhooks.benchmark.report;

/**
 * A target beside what was measured.
 *
 * @param measured a dash where the run did not measure it
 */
record Target(String what, String wanted, String measured, boolean met, boolean known) {
    private static final String UNKNOWN = "-";

    static Target measured(String what, String wanted, String measured, boolean met) {
        return new Target(what, wanted, measured, met, true);
    }

    static Target unknown(String what, String wanted) {
        return new Target(what, wanted, UNKNOWN, false, false);
    }

    String verdict() {
        if (!known) {
            return UNKNOWN;
        }
        return met ? "met" : "missed";
    }
}
