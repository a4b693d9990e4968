package io.igregulator.webhooks.http;

import java.util.Objects;

/** One header of a webhook request, in ASCII. */
public record RequestHeader(String name, String value) {
    /** @throws IllegalArgumentException if the value would begin another header */
    public RequestHeader {
        Objects.requireNonNull(name, "name");
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a header's value has one line");
        }
    }
}
