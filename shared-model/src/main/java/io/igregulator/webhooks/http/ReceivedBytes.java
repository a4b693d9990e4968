package io.igregulator.webhooks.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a receiver has sent and was not parsed yet, line by line or in pieces. The array is the connection's only one: the
 * request is composed in it before, since a webhook never sends and receives at the same time.
 */
final class ReceivedBytes {
    /** Most requests fit, and go out in one piece; every answer that says a word or two does. */
    static final int SIZE = 4 * 1024;

    private static final int MAX_LINE = 8 * 1024;

    private final Wire wire;
    private byte[] bytes = new byte[SIZE];
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private int position;
    private int end;
    private long received;
    private int lineStart;
    private int lineEnd;

    ReceivedBytes(Wire wire) {
        this.wire = wire;
    }

    /** The array, for the request, with whatever is left of an earlier response forgotten. */
    ByteBuffer forRequest() {
        if (bytes.length > SIZE) {
            bytes = new byte[SIZE];
            view = ByteBuffer.wrap(bytes);
        }
        position = 0;
        end = 0;
        received = 0;
        return view.clear();
    }

    /** Bytes of this response so far. */
    long received() {
        return received;
    }

    boolean isEmpty() {
        return position == end;
    }

    /**
     * Moves to the next line, which ends with CRLF, or with LF alone (RFC 9112, section 2.2).
     *
     * @throws FailedExchangeException if it is too long, or holds NUL or a CR of its own
     */
    void nextLine() throws IOException {
        int at = position;
        while (true) {
            while (at == end) {
                int scanned = at - position;
                check(scanned <= MAX_LINE, "a line is longer than 8 KiB");
                require(fill());
                at = position + scanned;
            }
            byte next = bytes[at];
            if (next == '\n') {
                break;
            }
            check(next != 0, "a line holds NUL");
            check(at == position || bytes[at - 1] != '\r', "a line holds a CR");
            at++;
        }
        check(at - position <= MAX_LINE, "a line is longer than 8 KiB");
        lineStart = position;
        lineEnd = at > position && bytes[at - 1] == '\r' ? at - 1 : at;
        position = at + 1;
    }

    int lineLength() {
        return lineEnd - lineStart;
    }

    byte inLine(int index) {
        return bytes[lineStart + index];
    }

    boolean lineStartsWith(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (i >= lineLength() || inLine(i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A part of the line as text; bytes that are not ASCII as in ISO 8859-1. */
    @SuppressWarnings("deprecation") // The constructor does what is wanted: a byte a character.
    String lineText(int from, int to) {
        return new String(bytes, 0, lineStart + from, to - from);
    }

    /** Gives up to so many bytes of what has come to an excerpt, reading first if nothing has. 0 when the receiver closed. */
    int take(long most, BodyExcerpt excerpt) throws IOException {
        if (isEmpty() && !fill()) {
            return 0;
        }
        int length = (int) Math.min(most, end - position);
        excerpt.add(bytes, position, length);
        position += length;
        return length;
    }

    private boolean fill() throws IOException {
        if (isEmpty()) {
            position = 0;
            end = 0;
        } else if (end == bytes.length) {
            makeRoom();
        }
        int read = wire.read(view.limit(bytes.length).position(end));
        if (read > 0) {
            end += read;
            received += read;
        }
        return read > 0;
    }

    /** For a line that has no end yet. */
    private void makeRoom() {
        byte[] unread = bytes;
        int length = end - position;
        if (length > bytes.length / 2) {
            bytes = new byte[2 * bytes.length];
            view = ByteBuffer.wrap(bytes);
        }
        System.arraycopy(unread, position, bytes, 0, length);
        position = 0;
        end = length;
    }

    private static void require(boolean more) throws FailedExchangeException {
        if (!more) {
            throw new FailedExchangeException(
                    ExchangeError.CONNECTION_RESET,
                    "the receiver closed the connection before its answer was complete");
        }
    }

    static void check(boolean valid, String problem) throws FailedExchangeException {
        if (!valid) {
            throw new FailedExchangeException(ExchangeError.INVALID_RESPONSE, problem);
        }
    }
}
