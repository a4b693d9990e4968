package io.igregulator.webhooks.id;

import java.util.UUID;

/** UUIDs as PostgreSQL reads and orders them. */
final class Uuids {
    private static final int LENGTH = 36;

    private Uuids() {}

    /** Strict: the JDK's parser also takes shortened groups, which would give one id several spellings. */
    static UUID parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("a UUID has " + LENGTH + " characters");
        }
        // Another hyphen is a digit too few, which the JDK refuses.
        if (text.charAt(8) != '-' || text.charAt(13) != '-' || text.charAt(18) != '-' || text.charAt(23) != '-') {
            throw new IllegalArgumentException("a UUID's groups have 8, 4, 4, 4 and 12 digits");
        }
        return UUID.fromString(text);
    }

    /** Without signs: the JDK's order has the later half before the earlier one. */
    static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
