package io.igregulator.webhooks.id;

import java.util.UUID;

/** Strict UUID parsing: the JDK's also takes shortened groups, which would give one id several spellings. */
final class Uuids {
    private static final int LENGTH = 36;

    private Uuids() {}

    static UUID parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("a UUID has " + LENGTH + " characters");
        }
        return UUID.fromString(text);
    }
}
