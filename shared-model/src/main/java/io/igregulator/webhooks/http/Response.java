package io.igregulator.webhooks.http;

import org.jspecify.annotations.Nullable;

/**
 * A final response as it was read.
 *
 * @param reusable whether it ended where its framing says, nothing followed, and both sides keep the connection
 */
record Response(
        int status, @Nullable String excerpt, @Nullable String retryAfter, boolean reusable) {}
