package io.igregulator.webhooks.api.error;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, with everything that the error envelope reports to the client: the only exception that becomes an envelope
 * of its own. Whatever else is thrown is answered as an {@link ServerFault} that says nothing of it.
 */
public abstract sealed class ApiError extends RuntimeException
        permits InvalidRequest,
                Unauthenticated,
                PaymentRequired,
                Forbidden,
                QuotaExceeded,
                RateLimited,
                NotFound,
                Conflict,
                ResendRefused,
                RepeatRefused,
                PreconditionFailed,
                UnsuitableRequest,
                ServerFault,
                Unavailable {
    private final int status;
    private final ErrorCode code;
    private final String reason;
    private final @Nullable String field;
    private final @Nullable String suggestion;

    ApiError(
            int status,
            ErrorCode code,
            String reason,
            String summary,
            @Nullable String field,
            @Nullable String suggestion) {
        // An expected answer, which needs no stack trace.
        super(summary, null, false, false);
        this.status = status;
        this.code = code;
        this.reason = reason;
        this.field = field;
        this.suggestion = suggestion;
    }

    public final int status() {
        return status;
    }

    final ErrorCode code() {
        return code;
    }

    public final String reason() {
        return reason;
    }

    public final String summary() {
        return Objects.requireNonNull(getMessage());
    }

    public final @Nullable String field() {
        return field;
    }

    public final @Nullable String suggestion() {
        return suggestion;
    }

    public Map<String, String> headers() {
        return Map.of();
    }
}
