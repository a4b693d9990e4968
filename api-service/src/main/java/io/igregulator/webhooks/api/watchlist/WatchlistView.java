package io.igregulator.webhooks.api.watchlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contract's watchlist.
 *
 * @param count of all operators on it
 * @param limit the plan's, null where it has none
 * @param operators the newest
 */
record WatchlistView(
        int count,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer limit,
        List<WatchedOperator> operators) {}
