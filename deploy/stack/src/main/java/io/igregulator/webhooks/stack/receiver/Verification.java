package io.igregulator.webhooks.stack.receiver;

import java.util.List;
import java.util.Optional;

/**
 * What the check of one request found.
 *
 * @param signers for each signature in the header's order the secret that made it, counted from 0 in the order the
 *     receiver learnt them; {@link #UNKNOWN} where none did
 * @param complaint why the request is to be refused
 */
public record Verification(List<Integer> signers, Optional<String> complaint) {
    public static final int UNKNOWN = -1;

    public Verification {
        signers = List.copyOf(signers);
    }

    static Verification refused(String complaint) {
        return new Verification(List.of(), Optional.of(complaint));
    }

    public boolean verified() {
        return complaint.isEmpty();
    }

    public boolean verifiedWith(int secret) {
        return verified() && signers.contains(secret);
    }
}
