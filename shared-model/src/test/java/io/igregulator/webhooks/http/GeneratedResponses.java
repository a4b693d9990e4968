package io.igregulator.webhooks.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Streams of bytes that are responses, nearly responses, or responses with something behind them. */
final class GeneratedResponses {
    private static final List<String> STATUS_LINES = List.of(
            "HTTP/1.1 200 OK",
            "HTTP/1.1 200",
            "HTTP/1.1 204 No Content",
            "HTTP/1.1 304 Not Modified",
            "HTTP/1.1 410 Gone",
            "HTTP/1.1 500 ",
            "HTTP/1.0 200 OK",
            "HTTP/1.1 200 \u00e4",
            "HTTP/1.1  200 OK",
            "HTTP/1.1 2000 OK",
            "HTTP/1.1 099 OK",
            "HTTP/2 200 OK",
            "ICY 200 OK",
            "");
    private static final List<String> FIELDS = List.of(
            "Date: Thu, 01 Jan 1970 00:00:00 GMT",
            "Server: some",
            "X-Empty:",
            "X-Tab:\tvalue\t",
            "x-odd: a\u0001b",
            "Connection: close",
            "Connection: keep-alive",
            "Retry-After: 120",
            "Content-Type: text/plain; charset=utf-8",
            " folded",
            "\tfolded",
            "No colon",
            ": no name",
            "Space : before",
            "Content-Length : 3",
            "Content-Length: 3",
            "Content-Length: 0",
            "Content-Length: 99999999999999999999",
            "Content-Length: 0x3",
            "Content-Length: -1",
            "Content-Length: +3",
            "Content-Length: 3, 3",
            "Content-Length: 3, 4",
            "Content-Length: 3,",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: x");
    private static final List<String> CHUNKS = List.of(
            "3\r\nabc\r\n",
            "03\r\nabc\r\n",
            "3;name=value\r\nabc\r\n",
            "3 \r\nabc\r\n",
            "A\r\n0123456789\r\n",
            "3\nabc\n",
            "3\r\nabcd\r\n",
            "3\r\nab\r\n",
            "g\r\nabc\r\n",
            "\r\nabc\r\n",
            "-1\r\nabc\r\n",
            "0x3\r\nabc\r\n",
            "fffffffffffffffff\r\nabc\r\n",
            "7fffffff\r\nabc\r\n");
    private static final List<String> TRAILERS = List.of("", "X-Trailer: x\r\n", "nonsense\r\n", "a: b\r\nc: d\r\n");
    private static final List<String> SURPLUS = List.of(
            "", "", "", "x", "\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 410 Gone\r\n\r\n");

    private final RandomGenerator random;

    GeneratedResponses(RandomGenerator random) {
        this.random = random;
    }

    /** A response that both parsers have to take alike. */
    byte[] valid() {
        StringBuilder out = new StringBuilder();
        interim(out);
        out.append(oneOf(STATUS_LINES.subList(0, 6))).append("\r\n");
        for (int i = random.nextInt(4); i > 0; i--) {
            out.append(oneOf(FIELDS.subList(0, 9))).append("\r\n");
        }
        if (random.nextBoolean()) {
            String body = "x".repeat(random.nextInt(40));
            out.append("Content-Length: ")
                    .append(body.length())
                    .append("\r\n\r\n")
                    .append(body);
        } else {
            out.append("Transfer-Encoding: chunked\r\n\r\n");
            chunks(out, CHUNKS.subList(0, 5));
            out.append("0\r\n").append(oneOf(TRAILERS.subList(0, 2))).append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Anything: with something behind it, damaged, or both. */
    byte[] any() {
        String response = random.nextInt(3) == 0 ? new String(valid(), StandardCharsets.ISO_8859_1) : dubious();
        byte[] bytes = (response + oneOf(SURPLUS)).getBytes(StandardCharsets.ISO_8859_1);
        return random.nextInt(3) == 0 ? damaged(bytes) : bytes;
    }

    private String dubious() {
        StringBuilder out = new StringBuilder();
        interim(out);
        String end = random.nextInt(8) == 0 ? "\n" : "\r\n";
        out.append(oneOf(STATUS_LINES)).append(end);
        for (int i = random.nextInt(5); i > 0; i--) {
            out.append(oneOf(FIELDS)).append(end);
        }
        out.append(end);
        switch (random.nextInt(3)) {
            case 0 -> out.append("x".repeat(random.nextInt(12)));
            case 1 -> {
                chunks(out, CHUNKS);
                out.append(random.nextInt(4) == 0 ? "" : "0\r\n" + oneOf(TRAILERS) + "\r\n");
            }
            default -> out.append("abc");
        }
        return out.toString();
    }

    private void interim(StringBuilder out) {
        for (int i = random.nextInt(6) == 0 ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            out.append("HTTP/1.1 10")
                    .append(random.nextBoolean() ? "0 Continue\r\n\r\n" : "3 Early\r\nLink: x\r\n\r\n");
        }
    }

    private void chunks(StringBuilder out, List<String> kinds) {
        for (int i = random.nextInt(4); i > 0; i--) {
            out.append(oneOf(kinds));
        }
    }

    private byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int i = 1 + random.nextInt(3); i > 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        int from = random.nextInt(4) == 0 ? random.nextInt(damaged.length + 1) : 0;
        int to = random.nextInt(4) == 0 ? from + random.nextInt(damaged.length - from + 1) : damaged.length;
        return Arrays.copyOfRange(damaged, from, to);
    }

    private String oneOf(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
