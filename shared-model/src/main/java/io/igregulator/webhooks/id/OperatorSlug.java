package io.igregulator.webhooks.id;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a gambling operator, in watchlists and in events. */
public record OperatorSlug(String value) {
    public static final int MAX_LENGTH = 200;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Empty unless the text is a slug. */
    public static Optional<OperatorSlug> of(String text) {
        return text.length() <= MAX_LENGTH && SHAPE.matcher(text).matches()
                ? Optional.of(new OperatorSlug(text))
                : Optional.empty();
    }
}
