package io.igregulator.webhooks.benchmark.measure;

import org.jspecify.annotations.Nullable;

/**
 * Whether what arrived is what had to.
 *
 * @param expected deliveries to endpoints that answer
 * @param arrived those of them that were accepted
 * @param repeated accepted more than once
 * @param misdirected to an endpoint that was not to get that event
 * @param recorded deliveries that PostgreSQL calls a success
 * @param signaturesChecked a sample
 * @param signaturesWrong those of the sample that either dialect refuses
 */
public record Verification(
        long expected,
        long arrived,
        long repeated,
        long misdirected,
        long recorded,
        int signaturesChecked,
        int signaturesWrong) {
    public boolean passed() {
        return complaint() == null;
    }

    public @Nullable String complaint() {
        if (arrived != expected) {
            return (expected - arrived) + " of " + expected + " deliveries are missing";
        }
        if (misdirected > 0) {
            return misdirected + " deliveries went to the wrong endpoint";
        }
        if (recorded != expected) {
            return recorded + " deliveries are recorded as a success, not " + expected;
        }
        if (signaturesWrong > 0 || signaturesChecked == 0) {
            return signaturesWrong + " of " + signaturesChecked + " signatures are wrong";
        }
        return null;
    }
}
