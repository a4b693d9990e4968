package io.igregulator.webhooks.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which bodies a route reads. */
public final class MediaTypes {
    /** One JSON object a line. */
    public static final String JSON_LINES = "application/x-ndjson";

    private MediaTypes() {}

    public static boolean isJsonLines(@Nullable String contentType) {
        return is(contentType, JSON_LINES);
    }

    static boolean is(@Nullable String contentType, String expected) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(expected).isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
