package io.igregulator.webhooks.id;

import java.util.UUID;

/** Names an API key without being one. */
public record KeyId(UUID value) {
    /** @throws IllegalArgumentException unless {@code text} is a UUID. */
    public static KeyId parse(String text) {
        return new KeyId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
