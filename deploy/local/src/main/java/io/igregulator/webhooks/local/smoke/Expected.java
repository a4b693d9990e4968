package io.igregulator.webhooks.local.smoke;

import java.util.List;

/**
 * One delivery that must come.
 *
 * @param body the bytes exactly as they were published
 * @param signers which secrets must have signed, newest first, counted from 0 in the order they were made
 */
record Expected(DeliveryKey key, byte[] body, List<Integer> signers) {
    Expected {
        signers = List.copyOf(signers);
    }
}
