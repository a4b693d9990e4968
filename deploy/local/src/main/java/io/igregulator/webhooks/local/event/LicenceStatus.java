package io.igregulator.webhooks.local.event;

import java.util.Locale;

/** A licence's states in the contract's words. */
public enum LicenceStatus {
    ACTIVE,
    SUSPENDED,
    REVOKED,
    EXPIRED,
    PENDING;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
