package io.igregulator.webhooks.api.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 401: no credential, or none that opens anything. */
public final class Unauthenticated extends ApiError {
    private static final int STATUS = 401;

    private Unauthenticated(ErrorCode code, String reason, String summary, @Nullable String suggestion) {
        super(STATUS, code, reason, summary, null, suggestion);
    }

    /** @param expected what the header should look like */
    public static Unauthenticated missing(String expected) {
        return new Unauthenticated(
                ErrorCode.AUTH_REQUIRED, "api_key_missing", "an Authorization header is required", expected);
    }

    /** @param expected what the header should look like */
    public static Unauthenticated malformed(String expected) {
        return new Unauthenticated(
                ErrorCode.AUTH_INVALID, "malformed_header", "the Authorization header is malformed", expected);
    }

    public static Unauthenticated unknown() {
        return new Unauthenticated(ErrorCode.AUTH_INVALID, "api_key_invalid", "the API key is not known", null);
    }

    public static Unauthenticated revoked() {
        return new Unauthenticated(
                ErrorCode.AUTH_REVOKED,
                "api_key_revoked",
                "the API key has been revoked",
                "use another key of the account, or ask for a new one");
    }

    public static Unauthenticated expired() {
        return new Unauthenticated(
                ErrorCode.AUTH_REVOKED,
                "api_key_expired",
                "the API key has expired",
                "use another key of the account, or ask for a new one");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("WWW-Authenticate", "Bearer");
    }
}
