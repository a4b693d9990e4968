package io.igregulator.webhooks.id;

import java.util.Objects;
import java.util.UUID;

/** Identity of a replay: stored events that are published again. */
public record ReplayId(UUID value) {
    public ReplayId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException unless {@code text} is a UUID in its canonical form. */
    public static ReplayId parse(String text) {
        return new ReplayId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
