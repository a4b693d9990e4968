package io.igregulator.webhooks.http;

import java.io.IOException;

/** A kept-alive connection turned out to be closed before the first byte of an answer. */
final class StaleConnectionException extends IOException {
    StaleConnectionException(IOException cause) {
        super("the kept-alive connection was closed", cause);
    }
}
