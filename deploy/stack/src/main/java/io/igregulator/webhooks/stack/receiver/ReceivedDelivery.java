package io.igregulator.webhooks.stack.receiver;

import java.time.Instant;

/**
 * One attempt as the receiver saw it.
 *
 * @param attempt the sender's count; 0 where it gave none
 * @param answered the status the receiver answered with
 */
public record ReceivedDelivery(
        String hook,
        Instant receivedAt,
        Envelope envelope,
        byte[] body,
        int attempt,
        Verification verification,
        int answered) {
    public boolean accepted() {
        return answered / 100 == 2;
    }
}
