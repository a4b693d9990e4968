package io.igregulator.webhooks.api.watchlist;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.util.regex.Pattern;

/** Names a gambling operator. */
public record OperatorSlug(String value) {
    private static final int MAX_LENGTH = 200;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws InvalidRequest unless the text is a slug */
    public static OperatorSlug parse(String text, String field) {
        if (text.length() > MAX_LENGTH || !SHAPE.matcher(text).matches()) {
            throw InvalidRequest.slug(field);
        }
        return new OperatorSlug(text);
    }
}
