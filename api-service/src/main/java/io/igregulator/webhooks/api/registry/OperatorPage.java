package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.web.Cursor;
import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.id.OperatorSlug;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the registry, by slug.
 *
 * @param nextCursor null on the last page
 */
record OperatorPage(List<OperatorView> operators, @Nullable String nextCursor) {
    /** Before every slug there is. */
    static final String START = "";

    static OperatorPage of(List<OperatorView> found, int limit) {
        Page<OperatorView> page = Page.of(found, limit);
        return new OperatorPage(page.shown(), page.nextCursor(last -> cursor(last.slug())));
    }

    private static String cursor(String slug) {
        return Cursor.encode(slug.getBytes(StandardCharsets.UTF_8));
    }

    /** The slug that a cursor stands for. */
    static String after(String cursor) {
        byte[] slug = Cursor.decode(cursor, 1, OperatorSlug.MAX_LENGTH);
        return OperatorSlug.of(new String(slug, StandardCharsets.UTF_8))
                .orElseThrow(Cursor::foreign)
                .value();
    }
}
