package io.igregulator.webhooks.api.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The contract's error envelope.
 *
 * @param error a summary for a person
 * @param code one of {@link ErrorCode}
 */
record ErrorBody(String error, String code, Details details) {
    /**
     * What a program may act on.
     *
     * @param reason stable vocabulary
     * @param field the one input to blame, if there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Details(
            String reason, @Nullable String field, @Nullable String suggestion) {}

    static ErrorBody of(ApiError error) {
        return new ErrorBody(
                error.summary(),
                error.code().wireName(),
                new Details(error.reason(), error.field(), error.suggestion()));
    }
}
