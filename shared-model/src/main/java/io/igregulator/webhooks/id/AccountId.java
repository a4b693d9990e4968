package io.igregulator.webhooks.id;

import java.util.Objects;
import java.util.UUID;

/** Identity of an account, which owns endpoints, keys and a watchlist. */
public record AccountId(UUID value) {
    public AccountId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException unless {@code text} is a UUID in its canonical form. */
    public static AccountId parse(String text) {
        return new AccountId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
