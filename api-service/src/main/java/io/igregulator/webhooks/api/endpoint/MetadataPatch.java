package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code metadata} of a body.
 *
 * @param entries null where the field is null, which removes all
 */
record MetadataPatch(@Nullable Map<String, @Nullable String> entries) {
    private static final String FIELD = EndpointFields.METADATA;
    private static final int MAX_KEY = 40;
    private static final int MAX_VALUE = 500;

    static MetadataPatch of(JsonField field) {
        @Nullable Map<String, @Nullable String> entries = field.textsByKeyOrNull();
        if (entries != null) {
            entries.forEach(MetadataPatch::check);
        }
        return new MetadataPatch(entries);
    }

    private static void check(String key, @Nullable String value) {
        if (key.isEmpty() || length(key) > MAX_KEY) {
            throw InvalidRequest.field(FIELD, "a key of 'metadata' is empty or longer than " + MAX_KEY + " characters");
        }
        if (value != null && length(value) > MAX_VALUE) {
            throw InvalidRequest.field(FIELD, "a value of 'metadata' is longer than " + MAX_VALUE + " characters");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** @throws InvalidRequest if there are more entries than may be */
    Metadata applyTo(Metadata current) {
        Metadata merged = entries == null ? Metadata.NONE : current.merged(entries);
        if (merged.entries().size() > Metadata.MAX_ENTRIES) {
            throw InvalidRequest.field(
                    FIELD,
                    "'metadata' has more than " + Metadata.MAX_ENTRIES + " keys",
                    "a change is merged into what is there; a null removes its key");
        }
        return merged;
    }
}
