package io.igregulator.webhooks.worker.disable;

import java.util.Locale;

/** Why the platform made an endpoint inactive. */
public enum DisableReason {
    /** Its receiver answered 410. */
    GONE,
    /** For days no delivery succeeded. */
    FAILING;

    /** As stored and sent; never changes. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
