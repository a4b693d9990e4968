package io.igregulator.webhooks.http;

import java.io.IOException;

/**
 * A kept connection turned out to be closed before the first byte of a response. A receiver may close an idle connection at
 * any moment, which must not count against the endpoint.
 */
final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1;

    StaleConnectionException(IOException cause) {
        super("the kept connection was closed", cause);
    }
}
