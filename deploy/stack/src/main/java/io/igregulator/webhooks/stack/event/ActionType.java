package io.igregulator.webhooks.stack.event;

import java.util.Locale;

/** What a regulator did, in the contract's words. */
public enum ActionType {
    FINE,
    WARNING,
    REVOCATION,
    LICENCE_SUSPENSION;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
