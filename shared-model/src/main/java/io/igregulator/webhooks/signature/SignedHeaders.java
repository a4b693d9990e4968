package io.igregulator.webhooks.signature;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** The header names of the contract, and their values for one attempt: both services send through here. */
public final class SignedHeaders {
    public static final String EVENT = "X-iGregulator-Event";
    public static final String EVENT_ID = "X-iGregulator-Event-Id";
    public static final String DELIVERY_ID = "X-iGregulator-Delivery-Id";
    public static final String ATTEMPT = "X-iGregulator-Attempt";
    public static final String SIGNATURE = "X-iGregulator-Signature";
    public static final String STANDARD_ID = "webhook-id";
    public static final String STANDARD_TIMESTAMP = "webhook-timestamp";
    public static final String STANDARD_SIGNATURE = "webhook-signature";

    /** How many there are. */
    public static final int COUNT = 8;

    private SignedHeaders() {}

    /**
     * Signs with every secret that is active at {@code now}, in the order given (newest first by contract).
     *
     * @throws IllegalArgumentException if none is active: an unsigned request must never leave
     */
    public static void write(
            Message message, List<SigningSecret> secrets, Instant now, BiConsumer<String, String> headers) {
        List<SigningSecret> active = active(secrets, now);
        if (active.isEmpty()) {
            throw new IllegalArgumentException("no active secret to sign with");
        }
        headers.accept(EVENT, message.eventType());
        headers.accept(EVENT_ID, message.eventId());
        headers.accept(DELIVERY_ID, message.deliveryId());
        headers.accept(ATTEMPT, Integer.toString(message.attempt()));
        headers.accept(SIGNATURE, StripeSignature.of(now, message.body(), active));
        headers.accept(STANDARD_ID, message.eventId());
        headers.accept(STANDARD_TIMESTAMP, Long.toString(now.getEpochSecond()));
        headers.accept(
                STANDARD_SIGNATURE, StandardWebhooksSignature.of(message.eventId(), now, message.body(), active));
    }

    /** The same list unless one has expired, which is seldom. */
    private static List<SigningSecret> active(List<SigningSecret> secrets, Instant now) {
        for (int i = 0; i < secrets.size(); i++) {
            if (!secrets.get(i).activeAt(now)) {
                return secrets.stream().filter(secret -> secret.activeAt(now)).toList();
            }
        }
        return secrets;
    }
}
