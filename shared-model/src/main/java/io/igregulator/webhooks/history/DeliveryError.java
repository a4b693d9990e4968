package io.igregulator.webhooks.history;

import io.igregulator.webhooks.http.Fault;
import java.util.Locale;

/** Why a delivery failed other than by an attempt. The wire names are shown to integrators and stored: they do not change. */
public enum DeliveryError {
    /** {@code event_expired}: retention dropped the event's body before it could be sent. */
    EVENT_EXPIRED(Fault.PLATFORM),
    /** {@code expired}: it waited longer than a delivery may, for example because its endpoint never recovered. */
    EXPIRED(Fault.RECEIVER);

    private final String wireName = name().toLowerCase(Locale.ROOT);
    private final Fault fault;

    DeliveryError(Fault fault) {
        this.fault = fault;
    }

    public String wireName() {
        return wireName;
    }

    public Fault fault() {
        return fault;
    }
}
