package io.igregulator.webhooks.id;

import java.util.Objects;
import java.util.UUID;

/** Identity of a recovery: the resending of an endpoint's failed deliveries. */
public record RecoveryId(UUID value) {
    public RecoveryId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException unless {@code text} is a UUID in its canonical form. */
    public static RecoveryId parse(String text) {
        return new RecoveryId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
