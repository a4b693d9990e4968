package io.igregulator.webhooks.topic;

/** Headers of a record on {@link Topics#DELIVERIES}; all values are UTF-8 text. */
public final class DeliveryHeaders {
    /** How many deliveries a {@link DeliveryChunk} holds; absent where the record is one delivery. */
    public static final String DELIVERIES = "deliveries";

    /** The deterministic delivery id, a UUID; a chunk's follow from event and endpoints. */
    public static final String DELIVERY_ID = "delivery-id";

    /** The event id, {@code evt_…}. */
    public static final String EVENT_ID = "event-id";

    /** The event type's wire name. */
    public static final String EVENT_TYPE = "event-type";

    /** The endpoint's version as fan-out read it; a cached endpoint older than this must be reloaded. Not of a chunk. */
    public static final String ENDPOINT_VERSION = "endpoint-version";

    /** Milliseconds since 1970 at which Kafka took the event: start of event-to-attempt latency. */
    public static final String PUBLISHED_AT = "published-at";

    /** Present when fan-out may have sent these deliveries before: they are looked up before they are made. */
    public static final String REDO = "redo";

    private DeliveryHeaders() {}
}
