package io.igregulator.webhooks.benchmark.report;

import java.util.OptionalDouble;

/**
 * A target beside what was measured.
 *
 * @param measured a dash where the run did not measure it
 */
record Target(String what, String wanted, String measured, Verdict verdict) {
    private static final String UNKNOWN = "-";

    static Target measured(String what, String wanted, String measured, boolean met) {
        return new Target(what, wanted, measured, Verdict.of(met));
    }

    static Target unknown(String what, String wanted) {
        return new Target(what, wanted, UNKNOWN, Verdict.NOT_MEASURED);
    }

    static Target atLeast(String what, String wanted, OptionalDouble value, double least, String unit) {
        return value.isEmpty()
                ? unknown(what, wanted)
                : measured(what, wanted, Figures.any(value.getAsDouble()) + unit, value.getAsDouble() >= least);
    }

    static Target atMost(String what, String wanted, OptionalDouble value, double most, String unit) {
        return value.isEmpty()
                ? unknown(what, wanted)
                : measured(what, wanted, Figures.any(value.getAsDouble()) + unit, value.getAsDouble() <= most);
    }
}
