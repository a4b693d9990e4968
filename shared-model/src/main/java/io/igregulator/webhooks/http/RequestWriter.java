package io.igregulator.webhooks.http;

import io.igregulator.webhooks.event.Body;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Composes a request where its response will be read, and writes it: in one piece if it fits. */
final class RequestWriter {
    private static final byte[] NEXT = {'\r', '\n'};
    private static final byte[] COLON = {':', ' '};
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    /** Of a body's length. */
    private static final int MAX_DIGITS = 10;

    private final byte[] fixed;

    /** @param userAgent sent with each request */
    RequestWriter(String userAgent) {
        // Accept, since some firewalls refuse requests without it.
        this.fixed = ("User-Agent: " + userAgent
                        + "\r\nAccept: */*\r\nContent-Type: application/json\r\nContent-Length: ")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @param space cleared; a request that does not fit gets an array of its own */
    void write(WebhookRequest request, ByteBuffer space, Wire wire) throws IOException {
        Body body = request.body();
        int head = headLength(request);
        ByteBuffer out = head <= space.remaining() ? space : ByteBuffer.allocate(head);
        putHead(request, out);
        int together = Math.min(body.length(), out.remaining());
        wire.write(out.put(body.array(), body.offset(), together).flip());
        if (together < body.length()) {
            wire.write(ByteBuffer.wrap(body.array(), body.offset() + together, body.length() - together));
        }
    }

    private int headLength(WebhookRequest request) {
        int length = request.destination().head().length + fixed.length + MAX_DIGITS + END.length;
        // Not an iterator, here and below: once for each delivery.
        for (int i = 0; i < request.headers().size(); i++) {
            RequestHeader header = request.headers().get(i);
            length += NEXT.length
                    + header.name().length()
                    + COLON.length
                    + header.value().length();
        }
        return length;
    }

    private void putHead(WebhookRequest request, ByteBuffer out) {
        out.put(request.destination().head()).put(fixed);
        put(Integer.toString(request.body().length()), out);
        for (int i = 0; i < request.headers().size(); i++) {
            RequestHeader header = request.headers().get(i);
            out.put(NEXT);
            put(header.name(), out);
            out.put(COLON);
            put(header.value(), out);
        }
        out.put(END);
    }

    @SuppressWarnings("deprecation") // Copies the low bytes, which is what ASCII is.
    private static void put(String text, ByteBuffer out) {
        int at = out.position();
        out.position(at + text.length());
        text.getBytes(0, text.length(), out.array(), out.arrayOffset() + at);
    }
}
