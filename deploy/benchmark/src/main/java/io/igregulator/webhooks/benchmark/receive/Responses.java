package io.igregulator.webhooks.benchmark.receive;

import java.nio.charset.StandardCharsets;

/** The answers' bytes, made once. */
final class Responses {
    private final byte[] accepted;
    private final byte[] tooMany;
    private final byte[] unavailable;

    /** @param closing whether the connection ends with each answer */
    Responses(boolean closing) {
        String end = closing ? "Connection: close\r\n\r\n" : "\r\n";
        this.accepted = bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + end);
        this.tooMany = bytes("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n" + end);
        this.unavailable = bytes("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n" + end);
    }

    byte[] of(int status) {
        return switch (status) {
            case 200 -> accepted;
            case 429 -> tooMany;
            default -> unavailable;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
