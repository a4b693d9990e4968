package io.igregulator.webhooks.api.error;

/** What an answer reports of a failure, for those who write answers of their own. */
public final class ApiErrors {
    private ApiErrors() {}

    /** Of one that nothing expected: the log has the rest. */
    public static ApiError of(Exception failure) {
        return ErrorAdvice.errorOf(failure);
    }
}
