package io.igregulator.webhooks.stack.receiver;

import java.util.List;

/** What one dialect's headers say: when the request was signed, and by which secrets. */
record DialectResult(long signedAtSeconds, List<Integer> signers) {
    DialectResult {
        signers = List.copyOf(signers);
    }
}
