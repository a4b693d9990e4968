package io.igregulator.webhooks.api.openapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One request, as its bytes go out.
 *
 * @param headers whole lines
 * @param body each character one byte
 */
record Request(String method, String target, List<String> headers, String body) {
    private static final int SHOWN = 600;

    Request {
        headers = List.copyOf(headers);
    }

    static Request of(String method, String target) {
        return new Request(method, target, List.of(), "");
    }

    Request method(String other) {
        return new Request(other, target, headers, body);
    }

    Request target(String other) {
        return new Request(method, other, headers, body);
    }

    Request key(String key) {
        return header("Authorization: Bearer " + key);
    }

    /** In the place of those of that name. */
    Request header(String line) {
        String name = line.substring(0, line.indexOf(':') + 1);
        return without(name).moreHeader(line);
    }

    Request moreHeader(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        return new Request(method, target, more, body);
    }

    /** @param name with its colon */
    Request without(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return new Request(
                method,
                target,
                headers.stream()
                        .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(lower))
                        .toList(),
                body);
    }

    Request json(String text) {
        return body("application/json", text);
    }

    Request body(String mediaType, String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8)).header("Content-Type: " + mediaType);
    }

    Request bytes(byte[] bytes) {
        return new Request(method, target, headers, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    String wire() {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(line -> text.append(line).append("\r\n"));
        text.append("Connection: close\r\nContent-Length: ")
                .append(body.length())
                .append("\r\n\r\n");
        return text.append(body).toString();
    }

    @Override
    public String toString() {
        String text = wire().replaceAll("igk_[A-Za-z0-9]+", "igk_…");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
