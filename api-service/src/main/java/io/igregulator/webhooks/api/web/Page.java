package io.igregulator.webhooks.api.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param more whether there is a next page
 */
public record Page<T>(List<T> shown, boolean more) {
    public Page {
        shown = List.copyOf(shown);
    }

    /** How many rows to read for a page: the one too many proves that there is a next page. */
    public static int rows(int limit) {
        return limit + 1;
    }

    /** @param found up to {@link #rows} of them */
    public static <T> Page<T> of(List<T> found, int limit) {
        return found.size() <= limit ? new Page<>(found, false) : new Page<>(found.subList(0, limit), true);
    }

    /** The cursor after the last that is shown; null on the last page. */
    public @Nullable String nextCursor(Function<T, String> cursorAfter) {
        return more ? cursorAfter.apply(shown.getLast()) : null;
    }
}
