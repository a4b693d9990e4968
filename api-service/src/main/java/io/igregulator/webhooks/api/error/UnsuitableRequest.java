package io.igregulator.webhooks.api.error;

import java.util.Map;

/** The route exists, but not for this method, size or media type. */
public final class UnsuitableRequest extends ApiError {
    private final Map<String, String> headers;

    private UnsuitableRequest(int status, String reason, String summary, Map<String, String> headers) {
        super(status, ErrorCode.INVALID_QUERY, reason, summary, null, null);
        this.headers = headers;
    }

    /** @param allow the methods that the route has, comma-separated */
    public static UnsuitableRequest method(String allow) {
        return new UnsuitableRequest(
                405,
                "method_not_allowed",
                "the route does not have this method",
                allow.isEmpty() ? Map.of() : Map.of("Allow", allow));
    }

    public static UnsuitableRequest accept() {
        return new UnsuitableRequest(406, "not_acceptable", "answers are application/json only", Map.of());
    }

    public static UnsuitableRequest tooLarge() {
        return new UnsuitableRequest(413, "body_too_large", "the body is larger than 64 KiB", Map.of());
    }

    public static UnsuitableRequest mediaType() {
        return new UnsuitableRequest(
                415,
                "unsupported_media_type",
                "bodies are application/json only",
                Map.of("Accept", "application/json"));
    }

    /** @param maxBytes what this route takes, if not what all others do */
    public static UnsuitableRequest tooLarge(long maxBytes) {
        return new UnsuitableRequest(413, "body_too_large", "the body is larger than " + maxBytes + " bytes", Map.of());
    }

    /** @param expected what this route reads, if not what all others do */
    public static UnsuitableRequest mediaType(String expected) {
        return new UnsuitableRequest(
                415, "unsupported_media_type", "the body has to be " + expected, Map.of("Accept", expected));
    }

    /** Refused by the HTTP server itself, with a status that no case above covers. */
    static UnsuitableRequest refusedByServer(int status) {
        return new UnsuitableRequest(status, "invalid_input", "the request is not acceptable HTTP", Map.of());
    }

    @Override
    Map<String, String> headers() {
        return headers;
    }
}
