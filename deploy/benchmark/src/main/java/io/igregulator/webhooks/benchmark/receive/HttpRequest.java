package io.igregulator.webhooks.benchmark.receive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds one request at the start of a buffer and reads of it only what is counted. One is reused for all requests of a
 * connection: nothing is allocated.
 */
final class HttpRequest {
    private static final byte[] LENGTH = lower("content-length");
    private static final byte[] EVENT = lower("x-igregulator-event-id");
    private static final byte[] DELIVERY = lower("x-igregulator-delivery-id");
    private static final byte[] ATTEMPT = lower("x-igregulator-attempt");
    private static final int ULID = 26;
    private static final int INDEX_CHARACTERS = 8;

    private char conduct;
    private int parameter;
    private int endpoint;
    private int bodyLength;
    private int event;
    private long delivery;
    private int attempt;

    /** Returns how long the request is, or 0 while some of it is missing. */
    int read(byte[] buffer, int length) {
        int lineEnd = endOfLine(buffer, 0, length);
        if (lineEnd < 0) {
            return 0;
        }
        clear();
        readTarget(buffer, lineEnd);
        int start = lineEnd + 2;
        while (true) {
            int end = endOfLine(buffer, start, length);
            if (end < 0) {
                return 0;
            }
            if (end == start) {
                int whole = end + 2 + bodyLength;
                return whole <= length ? whole : 0;
            }
            readHeader(buffer, start, end);
            start = end + 2;
        }
    }

    private void clear() {
        conduct = 'd';
        parameter = 0;
        endpoint = 0;
        bodyLength = 0;
        event = 0;
        delivery = 0;
        attempt = 1;
    }

    // POST /d/17 HTTP/1.1, or with a number of the conduct's own: POST /s/300/17 HTTP/1.1
    private void readTarget(byte[] buffer, int end) {
        int slash = indexOf(buffer, (byte) '/', 0, end);
        if (slash < 0 || slash + 2 >= end) {
            return;
        }
        conduct = (char) buffer[slash + 1];
        int at = slash + 3;
        endpoint = number(buffer, at, end);
        int next = indexOf(buffer, (byte) '/', at, indexOf(buffer, (byte) ' ', at, end));
        if (next > 0) {
            parameter = endpoint;
            endpoint = number(buffer, next + 1, end);
        }
    }

    private void readHeader(byte[] buffer, int start, int end) {
        int value = valueOf(LENGTH, buffer, start, end);
        if (value > 0) {
            bodyLength = number(buffer, value, end);
            return;
        }
        value = valueOf(EVENT, buffer, start, end);
        if (value > 0) {
            event = index(buffer, end);
            return;
        }
        value = valueOf(DELIVERY, buffer, start, end);
        if (value > 0) {
            delivery = hexadecimal(buffer, value, end);
            return;
        }
        value = valueOf(ATTEMPT, buffer, start, end);
        if (value > 0) {
            attempt = number(buffer, value, end);
        }
    }

    /** Where the value of the header begins, or 0 if it is another header. */
    private static int valueOf(byte[] name, byte[] buffer, int start, int end) {
        int colon = start + name.length;
        if (colon >= end || buffer[colon] != ':') {
            return 0;
        }
        for (int i = 0; i < name.length; i++) {
            // Sets the bit of lower-case letters; digits and hyphens have it.
            if ((buffer[start + i] | 0x20) != name[i]) {
                return 0;
            }
        }
        int value = colon + 1;
        while (value < end && buffer[value] == ' ') {
            value++;
        }
        return value;
    }

    /** The low 32 of the 40 bits that the last characters of an event's ULID hold: its number in the run. */
    private static int index(byte[] buffer, int end) {
        long bits = 0;
        for (int i = end - Math.min(INDEX_CHARACTERS, ULID); i < end; i++) {
            bits = (bits << 5) | Crockford.valueOf(buffer[i]);
        }
        return (int) bits;
    }

    /** All digits of a UUID, of which the last 64 bits remain. */
    private static long hexadecimal(byte[] buffer, int start, int end) {
        long bits = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(buffer[i], 16);
            if (digit >= 0) {
                bits = (bits << 4) | digit;
            }
        }
        return bits;
    }

    private static int number(byte[] buffer, int start, int end) {
        int number = 0;
        for (int i = start; i < end && buffer[i] >= '0' && buffer[i] <= '9'; i++) {
            number = number * 10 + buffer[i] - '0';
        }
        return number;
    }

    private static int endOfLine(byte[] buffer, int from, int length) {
        for (int i = from; i + 1 < length; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int indexOf(byte[] buffer, byte wanted, int from, int end) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] lower(String name) {
        return name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }

    Conduct conduct() {
        return Conduct.of(conduct, parameter);
    }

    int endpoint() {
        return endpoint;
    }

    int event() {
        return event;
    }

    long delivery() {
        return delivery;
    }

    int attempt() {
        return attempt;
    }

    @Override
    public String toString() {
        return "HttpRequest[" + conduct + "/" + endpoint + "]";
    }
}
