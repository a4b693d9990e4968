package io.igregulator.webhooks.api.error;

/** 403: the key is in force, and not for this. */
public final class Forbidden extends ApiError {
    private Forbidden(String reason, String summary, String suggestion) {
        super(403, ErrorCode.AUTH_INVALID, reason, summary, null, suggestion);
    }

    public static Forbidden readOnlyToken() {
        return new Forbidden(
                "operator_token_read_only",
                "the operator's token may read and not change anything",
                "use a token with the role 'write'");
    }

    public static Forbidden readOnlyKey() {
        return new Forbidden(
                "api_key_read_only",
                "the API key may read and not change anything",
                "use a key with the scope 'write'");
    }
}
