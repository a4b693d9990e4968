package io.igregulator.webhooks.embedded;

import org.jspecify.annotations.Nullable;

/** Says in one sentence why a server did not start; what the server itself printed is in the cause or its log. */
public final class StartFailedException extends RuntimeException {

    StartFailedException(String sentence) {
        this(sentence, null);
    }

    StartFailedException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
