package io.igregulator.webhooks.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which bodies a route reads. */
public final class MediaTypes {
    /** One JSON object per line. */
    public static final String JSON_LINES = MediaType.APPLICATION_NDJSON_VALUE;

    private MediaTypes() {}

    public static boolean isJsonLines(@Nullable String contentType) {
        return is(contentType, MediaType.APPLICATION_NDJSON);
    }

    public static boolean isJson(@Nullable String contentType) {
        return is(contentType, MediaType.APPLICATION_JSON);
    }

    static boolean is(@Nullable String contentType, MediaType expected) {
        try {
            // A wildcard is compatible with everything, and says nothing of a body.
            return contentType != null && expected.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
