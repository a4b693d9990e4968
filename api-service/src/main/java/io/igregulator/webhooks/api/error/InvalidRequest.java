package io.igregulator.webhooks.api.error;

import org.jspecify.annotations.Nullable;

/** 400: something the client sent is wrong, and the answer says what. */
public final class InvalidRequest extends ApiError {
    private static final int STATUS = 400;
    private static final String INVALID_INPUT = "invalid_input";

    private InvalidRequest(
            ErrorCode code, String reason, String summary, @Nullable String field, @Nullable String suggestion) {
        super(STATUS, code, reason, summary, field, suggestion);
    }

    /** The request as a whole cannot be read. */
    public static InvalidRequest unreadable(String summary) {
        return new InvalidRequest(ErrorCode.INVALID_QUERY, INVALID_INPUT, summary, null, null);
    }

    public static InvalidRequest field(String field, String summary) {
        return new InvalidRequest(ErrorCode.INVALID_QUERY, INVALID_INPUT, summary, field, null);
    }

    public static InvalidRequest field(String field, String summary, String suggestion) {
        return new InvalidRequest(ErrorCode.INVALID_QUERY, INVALID_INPUT, summary, field, suggestion);
    }

    /** A parameter that says which part of a listing is wanted. */
    public static InvalidRequest pagination(String field, String summary) {
        return new InvalidRequest(ErrorCode.INVALID_PAGINATION, INVALID_INPUT, summary, field, null);
    }

    public static InvalidRequest pagination(String field, String summary, String suggestion) {
        return new InvalidRequest(ErrorCode.INVALID_PAGINATION, INVALID_INPUT, summary, field, suggestion);
    }

    public static InvalidRequest missing(String field) {
        return new InvalidRequest(
                ErrorCode.INVALID_QUERY, "missing_required_parameter", "'" + field + "' is required", field, null);
    }

    /** A URL that leads, or may lead, into a network that deliveries must not reach. */
    public static InvalidRequest blockedAddress(String field, String suggestion) {
        return new InvalidRequest(
                ErrorCode.INVALID_QUERY,
                "private_ip_blocked",
                "the URL does not lead to a public address",
                field,
                suggestion);
    }

    /** Parameters that exclude each other. */
    public static InvalidRequest conflicting(String first, String second) {
        return new InvalidRequest(
                ErrorCode.INVALID_QUERY,
                "conflicting_parameters",
                "'" + first + "' and '" + second + "' cannot be given together",
                null,
                null);
    }

    /** @param problem what is wrong with one line of many */
    public static InvalidRequest line(long number, InvalidRequest problem) {
        String line = "lines[" + number + "]";
        return new InvalidRequest(
                problem.code(),
                problem.reason(),
                "line " + number + ": " + problem.summary(),
                problem.field() == null ? line : line + "." + problem.field(),
                problem.suggestion());
    }

    public static InvalidRequest slug(String field) {
        return new InvalidRequest(
                ErrorCode.INVALID_SLUG,
                INVALID_INPUT,
                "'" + field + "' is not a slug",
                field,
                "lower-case letters, digits and single hyphens, at most 200 characters");
    }
}
