package io.igregulator.webhooks.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The contract's states of a licence. */
public enum LicenseStatus {
    ACTIVE,
    SUSPENDED,
    REVOKED,
    EXPIRED,
    PENDING;

    public static Optional<LicenseStatus> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(status -> status.wireName().equals(name))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
