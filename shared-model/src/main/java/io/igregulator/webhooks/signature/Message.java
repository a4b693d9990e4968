package io.igregulator.webhooks.signature;

import io.igregulator.webhooks.event.Body;
import java.util.Objects;

/**
 * One attempt's content before it is signed.
 *
 * @param eventId wire form, {@code evt_…}; also the Standard Webhooks message id, since it is what receivers de-duplicate by
 * @param deliveryId shown to the receiver for support questions
 * @param attempt 1 for the first
 * @param body sent as it is
 */
public record Message(String eventId, String eventType, String deliveryId, int attempt, Body body) {
    public Message {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(eventType, "eventType");
        Objects.requireNonNull(deliveryId, "deliveryId");
        Objects.requireNonNull(body, "body");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts are counted from 1");
        }
    }
}
