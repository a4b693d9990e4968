package io.igregulator.webhooks.api.error;

import java.util.Locale;

/** The contract's closed set of error classes. */
public enum ErrorCode {
    INVALID_QUERY,
    INVALID_SLUG,
    INVALID_LICENSE_ID,
    INVALID_JURISDICTION_CODE,
    INVALID_PAGINATION,
    NOT_FOUND,
    AUTH_REQUIRED,
    AUTH_INVALID,
    AUTH_REVOKED,
    PAYMENT_REQUIRED,
    QUOTA_EXCEEDED,
    RATE_LIMITED,
    SERVER_ERROR;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
