package io.igregulator.webhooks.topic;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * What a record on {@link Topics#DELIVERIES} says of its event besides the body: 16 bytes of id, 2 of type code, 8 of
 * milliseconds since 1970, in network byte order.
 *
 * @param publishedAt when Kafka took the event: start of event-to-attempt latency; to the millisecond
 */
public record EventHeader(EventId event, EventType type, Instant publishedAt) {
    private static final int BYTES = 2 * Long.BYTES + Short.BYTES + Long.BYTES;

    /** @throws IllegalArgumentException if these bytes are not one, or name a type that does not exist */
    public static EventHeader read(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException("an event header has " + BYTES + " bytes, not " + value.length);
        }
        ByteBuffer in = ByteBuffer.wrap(value);
        return new EventHeader(
                new EventId(new UUID(in.getLong(), in.getLong())),
                EventType.ofCode(in.getShort()),
                Instant.ofEpochMilli(in.getLong()));
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(event.bits().getMostSignificantBits())
                .putLong(event.bits().getLeastSignificantBits())
                .putShort(type.code())
                .putLong(publishedAt.toEpochMilli())
                .array();
    }
}
