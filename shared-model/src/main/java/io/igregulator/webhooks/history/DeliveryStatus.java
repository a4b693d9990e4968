package io.igregulator.webhooks.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a delivery stands: by name in the API, by code in {@code delivery.status}. */
public enum DeliveryStatus {
    /** Waits for its first attempt, or for the first one since it was resent. */
    PENDING(1),
    RETRYING(2),
    SUCCESS(3),
    FAILED(4);

    private final short code;

    DeliveryStatus(int code) {
        this.code = (short) code;
    }

    public static Optional<DeliveryStatus> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(status -> status.wireName().equals(name))
                .findFirst();
    }

    /** @throws IllegalArgumentException for one that PostgreSQL refuses to hold */
    public static DeliveryStatus ofCode(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status has the code " + code));
    }

    /** As stored; never changes. */
    public short code() {
        return code;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
