package io.igregulator.webhooks.id;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * An event's identity: {@code evt_} and a ULID on the wire, the same 128 bits as a UUID in PostgreSQL, where the
 * leading 48 bits (milliseconds of the event's time) find its partition.
 */
public record EventId(UUID bits) implements Comparable<EventId> {
    private static final String PREFIX = "evt_";
    private static final long MAX_MILLIS = (1L << 48) - 1;

    public EventId {
        Objects.requireNonNull(bits, "bits");
    }

    /** @throws IllegalArgumentException unless {@code text} is {@code evt_} and a canonical ULID. */
    public static EventId parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("an event id starts with " + PREFIX);
        }
        return new EventId(Ulid.parse(text.substring(PREFIX.length())));
    }

    /** @throws IllegalArgumentException for a time before 1970 or after the year 10889, which a ULID cannot hold. */
    public static EventId create(Instant time, RandomGenerator random) {
        long millis = time.toEpochMilli();
        if (millis < 0 || millis > MAX_MILLIS) {
            throw new IllegalArgumentException("not a time that a ULID can hold: " + time);
        }
        return new EventId(new UUID((millis << 16) | (random.nextLong() & 0xFFFF), random.nextLong()));
    }

    public Instant time() {
        return Instant.ofEpochMilli(millis());
    }

    long millis() {
        return bits.getMostSignificantBits() >>> 16;
    }

    @Override
    public int compareTo(EventId other) {
        return Uuids.compare(bits, other.bits);
    }

    /** The wire form, {@code evt_01J…}. */
    @Override
    public String toString() {
        return PREFIX + Ulid.format(bits);
    }
}
