package io.igregulator.webhooks.api.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a delivery stands, by the names that are stored and shown. */
enum DeliveryStatus {
    /** Waits for its first attempt, or for the first one since it was resent. */
    PENDING,
    RETRYING,
    SUCCESS,
    FAILED;

    static Optional<DeliveryStatus> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(status -> status.wireName().equals(name))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
