package io.igregulator.webhooks.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The closed set of changes that the audit log records. */
public enum AuditAction {
    ACCOUNT_CREATED,
    ACCOUNT_UPDATED,
    KEY_ISSUED,
    KEY_REVOKED,
    LINK_ISSUED,
    SESSION_OPENED,
    ENDPOINT_CREATED,
    ENDPOINT_UPDATED,
    ENDPOINT_RESUMED,
    ENDPOINT_DELETED,
    SECRET_ROTATED,
    SECRET_REVOKED,
    WATCHLIST_ADDED,
    WATCHLIST_REMOVED,
    DELIVERY_RESENT,
    RECOVERY_STARTED,
    OPERATORS_IMPORTED,
    EVENTS_PUBLISHED,
    REPLAY_STARTED;

    public static Optional<AuditAction> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(action -> action.wireName().equals(name))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
