package io.igregulator.webhooks.id;

import io.igregulator.webhooks.hash.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.UUID;

/**
 * Identity of one event's delivery to one endpoint, made from both ids alone, so that a repeat collapses into the row
 * that is already there.
 *
 * <p>A version-8 UUID (RFC 9562): the first 48 bits are the event's milliseconds, the rest is SHA-256 over both ids.
 * Inserts therefore stay local in the index and the id alone finds its time partition.
 */
public record DeliveryId(UUID value) implements Comparable<DeliveryId> {
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public DeliveryId {
        Objects.requireNonNull(value, "value");
    }

    public static DeliveryId of(EventId event, EndpointId endpoint) {
        return new Maker().of(event, endpoint);
    }

    /** Makes many of them, with one hash between them: the hash's state is half a kilobyte. Not thread-safe. */
    public static final class Maker {
        private final MessageDigest sha256 = Sha256.digest();
        private final ByteBuffer ids = ByteBuffer.allocate(4 * Long.BYTES);

        public DeliveryId of(EventId event, EndpointId endpoint) {
            ids.clear()
                    .putLong(event.bits().getMostSignificantBits())
                    .putLong(event.bits().getLeastSignificantBits())
                    .putLong(endpoint.value().getMostSignificantBits())
                    .putLong(endpoint.value().getLeastSignificantBits());
            ByteBuffer hash = ByteBuffer.wrap(sha256.digest(ids.array()));
            long high = (event.millis() << 16) | VERSION_8 | (hash.getLong() & 0x0FFF);
            long low = VARIANT | (hash.getLong() >>> 2);
            return new DeliveryId(new UUID(high, low));
        }
    }

    /** @throws IllegalArgumentException unless {@code text} is a UUID in its canonical form. */
    public static DeliveryId parse(String text) {
        return new DeliveryId(Uuids.parse(text));
    }

    @Override
    public int compareTo(DeliveryId other) {
        return Uuids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
