package io.igregulator.webhooks.id;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Crockford base-32 text form of 128 bits, after the ULID specification (26 characters, upper case). */
final class Ulid {
    static final int LENGTH = 26;
    private static final byte[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] VALUES = values();
    private static final int BITS_PER_CHARACTER = 5;

    private Ulid() {}

    /** @throws IllegalArgumentException unless {@code text} is exactly a canonical ULID. */
    static UUID parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("a ULID has " + LENGTH + " characters");
        }
        if (text.charAt(0) > '7') {
            throw new IllegalArgumentException("a ULID starts with 0 to 7: it holds 128 bits");
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            long value = valueOf(text.charAt(i));
            high = (high << BITS_PER_CHARACTER) | (low >>> (Long.SIZE - BITS_PER_CHARACTER));
            low = (low << BITS_PER_CHARACTER) | value;
        }
        return new UUID(high, low);
    }

    static String format(UUID bits) {
        byte[] text = new byte[LENGTH];
        long high = bits.getMostSignificantBits();
        long low = bits.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET[(int) (low & 31)];
            low = (low >>> BITS_PER_CHARACTER) | (high << (Long.SIZE - BITS_PER_CHARACTER));
            high >>>= BITS_PER_CHARACTER;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static int valueOf(char c) {
        int value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0) {
            throw new IllegalArgumentException("not a character of a ULID: " + (int) c);
        }
        return value;
    }

    private static byte[] values() {
        byte[] values = new byte[Byte.MAX_VALUE];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length; i++) {
            values[ALPHABET[i]] = (byte) i;
        }
        return values;
    }
}
