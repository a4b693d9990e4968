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
        return tooLarge("the body is larger than 64 KiB");
    }

    /** @param summary which limit it is that was passed */
    public static UnsuitableRequest tooLarge(String summary) {
        return new UnsuitableRequest(413, "body_too_large", summary, Map.of());
    }

    static UnsuitableRequest urlTooLong() {
        return new UnsuitableRequest(414, "url_too_long", "the URL is longer than 8 KiB", Map.of());
    }

    static UnsuitableRequest headersTooLarge() {
        return new UnsuitableRequest(431, "headers_too_large", "the headers are larger than 8 KiB", Map.of());
    }

    public static UnsuitableRequest mediaType() {
        return mediaType("bodies are application/json only", "application/json");
    }

    /** @param accepted the media types that the route takes, comma-separated */
    public static UnsuitableRequest mediaType(String summary, String accepted) {
        return new UnsuitableRequest(415, "unsupported_media_type", summary, Map.of("Accept", accepted));
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
    public Map<String, String> headers() {
        return headers;
    }
}
