package io.igregulator.webhooks.worker.outcome;

import java.util.Locale;

/** Why a delivery failed other than by an attempt. The wire names are shown to integrators and stored: they do not change. */
public enum DeliveryError {
    /** {@code event_expired}: retention dropped the event's body before it could be sent. */
    EVENT_EXPIRED,
    /** {@code expired}: it waited longer than a delivery may, for one because its endpoint stayed dead. */
    EXPIRED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }
}
