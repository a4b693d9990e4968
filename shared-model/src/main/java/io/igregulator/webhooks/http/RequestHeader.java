package io.igregulator.webhooks.http;

import java.util.Objects;

/** One header of a webhook request. */
public record RequestHeader(String name, String value) {
    public RequestHeader {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
