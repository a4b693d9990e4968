package io.igregulator.webhooks.benchmark.receive;

/** The alphabet of ULIDs. */
final class Crockford {
    private static final byte[] VALUES = values();

    private Crockford() {}

    static int valueOf(byte character) {
        return VALUES[character & 0x7F];
    }

    private static byte[] values() {
        var values = new byte[128];
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }
}
