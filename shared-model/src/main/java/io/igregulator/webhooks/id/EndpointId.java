package io.igregulator.webhooks.id;

import java.util.Objects;
import java.util.UUID;

/** Identity of a webhook endpoint. */
public record EndpointId(UUID value) implements Comparable<EndpointId> {
    public EndpointId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException unless {@code text} is a UUID in its canonical form. */
    public static EndpointId parse(String text) {
        return new EndpointId(Uuids.parse(text));
    }

    @Override
    public int compareTo(EndpointId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
