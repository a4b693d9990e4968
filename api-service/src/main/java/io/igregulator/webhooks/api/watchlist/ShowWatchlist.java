package io.igregulator.webhooks.api.watchlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.igregulator.webhooks.api.account.Plan;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.AccountId;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An account's watchlist, for the account and for the operator. */
@Component
final class ShowWatchlist {
    // Contract: the newest 50.
    private static final int NEWEST = 50;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_OFFSET = 1_000_000;

    private final WatchlistReader reader;

    ShowWatchlist(WatchlistReader reader) {
        this.reader = reader;
    }

    WatchlistView whole(AccountId account, Plan plan) {
        OptionalInt limit = plan.watchedOperators();
        return new WatchlistView(
                reader.count(account), limit.isPresent() ? limit.getAsInt() : null, reader.list(account, NEWEST, 0));
    }

    WatchlistPage page(AccountId account, QueryParameters parameters) {
        int limit = parameters.limit(MAX_LIMIT, NEWEST);
        int offset = parameters.number(QueryParameters.OFFSET, 0, MAX_OFFSET, 0);
        return new WatchlistPage(reader.count(account), limit, offset, reader.list(account, limit, offset));
    }

    /**
     * A part of a watchlist, newest first.
     *
     * @param count of all operators on it
     * @param limit of this page
     * @param offset of this page
     */
    record WatchlistPage(int count, int limit, int offset, List<WatchedOperator> operators) {}

    /**
     * The contract's watchlist.
     *
     * @param count of all operators on it
     * @param limit the plan's, null where it has none
     * @param operators the newest
     */
    record WatchlistView(
            int count,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer limit,

            List<WatchedOperator> operators) {}
}
