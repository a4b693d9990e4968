package io.igregulator.webhooks.api.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.watchlist.OperatorSlug;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the registry, by slug.
 *
 * @param nextCursor null on the last page
 */
record OperatorPage(
        List<OperatorView> operators,
        @JsonProperty("next_cursor") @Nullable String nextCursor) {
    private static final String CURSOR = "cursor";

    static OperatorPage of(List<OperatorView> found, int limit) {
        if (found.size() <= limit) {
            return new OperatorPage(found, null);
        }
        List<OperatorView> page = found.subList(0, limit);
        return new OperatorPage(page, cursor(page.getLast().slug()));
    }

    private static String cursor(String slug) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(slug.getBytes(StandardCharsets.UTF_8));
    }

    /** The slug that a cursor stands for; without one what comes before every slug. */
    static String after(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        try {
            String slug = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return OperatorSlug.parse(slug, CURSOR).value();
        } catch (IllegalArgumentException | InvalidRequest e) {
            throw InvalidRequest.pagination(CURSOR, "'cursor' is none that this route gave out");
        }
    }
}
