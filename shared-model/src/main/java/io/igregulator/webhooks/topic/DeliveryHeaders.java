package io.igregulator.webhooks.topic;

/**
 * Headers of a record on {@link Topics#DELIVERIES}. There is one record per delivery, so each header costs as much as a
 * thousand others: what follows from something else is left out, and most values are bytes instead of text. A delivery's
 * id follows from its event and its endpoint.
 */
public final class DeliveryHeaders {
    /** How many deliveries a {@link DeliveryChunk} holds, as text; absent where the record is one delivery. */
    public static final String DELIVERIES = "deliveries";

    /** An {@link EventHeader}. */
    public static final String EVENT = "event";

    /** An {@link EndpointHeader}. A chunk has the same per delivery, in its value. */
    public static final String ENDPOINT = "endpoint";

    /** Present when fan-out may have sent these deliveries before: they are looked up before they are made. */
    public static final String REDO = "redo";

    private DeliveryHeaders() {}
}
