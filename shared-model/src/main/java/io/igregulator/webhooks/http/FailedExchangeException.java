package io.igregulator.webhooks.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The exchange failed for a reason that is known where it was noticed. */
final class FailedExchangeException extends IOException {
    private static final long serialVersionUID = 1;

    private final ExchangeError error;

    FailedExchangeException(ExchangeError error, String message) {
        this(error, message, null);
    }

    FailedExchangeException(ExchangeError error, String message, @Nullable Exception cause) {
        super(message, cause);
        this.error = error;
    }

    ExchangeError error() {
        return error;
    }
}
