package io.igregulator.webhooks.benchmark.report;

/** What a run says of a target. */
enum Verdict {
    MET("met"),
    MISSED("missed"),
    /** Measured, where its condition did not hold. */
    NOT_JUDGED("not judged"),
    NOT_MEASURED("-");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    static Verdict of(boolean met) {
        return met ? MET : MISSED;
    }

    @Override
    public String toString() {
        return text;
    }
}
