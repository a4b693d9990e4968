package io.igregulator.webhooks.api.openapi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** Breaks a request anywhere but inside of its JSON. */
final class BreakRequest {
    private static final List<BiFunction<Request, RandomGenerator, Request>> WAYS = List.of(
            (request, random) -> request.without("Authorization:"),
            (request, random) -> request.header(
                    "Authorization: " + pick(random, "Basic eDp5", "Bearer", "Bearer igk_short", "\u00e9")),
            (request, random) -> request.moreHeader("Authorization: Bearer igk_" + "x".repeat(32)),
            (request, random) -> request.method(
                    pick(random, "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "BREW", "get", "CONNECT")),
            (request, random) -> request.header("Accept: "
                    + pick(
                            random,
                            "text/html",
                            "*/*;q=0",
                            "nonsense",
                            "application/json;q=0.1",
                            "application/*",
                            ",,")),
            (request, random) -> request.header("Content-Type: "
                    + pick(
                            random,
                            "text/plain",
                            "application/xml",
                            "nonsense",
                            "application/json; charset=utf-16",
                            "*/*",
                            "")),
            (request, random) -> request.without("Content-Type:"),
            (request, random) -> request.moreHeader("Content-Type: text/plain"),
            (request, random) -> request.moreHeader("X-HTTP-Method-Override: DELETE"),
            (request, random) -> request.moreHeader("Content-Encoding: gzip"),
            (request, random) -> request.moreHeader("X-Large: " + "x".repeat(random.nextInt(20_000))),
            (request, random) -> request.moreHeader("Range: bytes=0-1").moreHeader("If-Match: \"x\""),
            (request, random) -> request.moreHeader("Cookie: " + "a=b; ".repeat(300)),
            (request, random) -> request.target(request.target()
                    + (request.target().contains("?") ? "&" : "?")
                    + pick(random, "unknown=1", "limit=", "%00=%00", "a=%ff%fe", "=", "|", "a=%zz", "x".repeat(9000))),
            (request, random) -> request.target(brokenPath(request, random)),
            (request, random) -> request.bytes(cut(request, random)),
            (request, random) -> request.bytes(noise(random)),
            (request, random) -> request.bytes(notUtf8(request)),
            (request, random) -> request.bytes((request.body() + " {}").getBytes(StandardCharsets.ISO_8859_1)),
            (request, random) -> request.json("{\"url\":\"a\",\"url\":\"b\"}"),
            (request, random) -> request.json(" ".repeat(70_000)),
            (request, random) ->
                    request.json(pick(random, "", "null", "[]", "7", "\"x\"", "{", "NaN", "{\"a\":01}", "\ufeff{}")));

    private BreakRequest() {}

    static Request one(Request request, RandomGenerator random) {
        return WAYS.get(random.nextInt(WAYS.size())).apply(request, random);
    }

    private static String brokenPath(Request request, RandomGenerator random) {
        String path = request.path();
        return switch (random.nextInt(6)) {
            case 0 -> path + "/";
            case 1 -> path + "/more";
            case 2 -> path.substring(0, path.lastIndexOf('/'));
            case 3 -> path.toUpperCase(Locale.ROOT);
            case 4 -> path.replaceFirst("/v1", "/v1;x=y");
            default -> path + pick(random, "%00", "%2F", "%zz", "..", "/..", "%ff", ";a", "\"", "%5C");
        };
    }

    private static byte[] cut(Request request, RandomGenerator random) {
        byte[] body = request.body().getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(body, body.length == 0 ? 0 : random.nextInt(body.length));
    }

    private static byte[] noise(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] notUtf8(Request request) {
        return request.body().replace("\"", "\"\u00ff\u00fe").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String pick(RandomGenerator random, String... all) {
        return all[random.nextInt(all.length)];
    }
}
