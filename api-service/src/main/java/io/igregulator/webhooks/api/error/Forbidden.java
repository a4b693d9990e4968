package io.igregulator.webhooks.api.error;

/** 403: the key is in force, and not for this. */
public final class Forbidden extends ApiError {
    private Forbidden(String reason, String summary, String suggestion) {
        super(403, ErrorCode.AUTH_INVALID, reason, summary, null, suggestion);
    }

    public static Forbidden readOnlyToken() {
        return new Forbidden(
                "operator_token_read_only", "the operator's token may only read", "use a token with the role 'write'");
    }

    /** The actuator may show settings, or the memory. */
    public static Forbidden actuator() {
        return new Forbidden(
                "operator_token_read_only",
                "an operator's token with the role 'read' cannot use the actuator",
                "use a token with the role 'write'");
    }

    public static Forbidden viewer() {
        return new Forbidden(
                "viewer", "this session may look, not change anything", "ask for a role that may make changes");
    }

    /** A request that a page of another origin has made. */
    public static Forbidden otherOrigin() {
        return new Forbidden(
                "other_origin",
                "the form was not sent by a page of this service",
                "open the page again, and send it there");
    }

    public static Forbidden readOnlyKey() {
        return new Forbidden("api_key_read_only", "the API key may only read", "use a key with the scope 'write'");
    }
}
