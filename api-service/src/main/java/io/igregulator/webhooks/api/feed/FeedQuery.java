package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.QueryParameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a poll asks for: from a cursor or from a time, or from as far back as the feed reaches. */
record FeedQuery(@Nullable Instant since, @Nullable FeedCursor cursor, int limit) {
    private static final String SINCE = "since";
    private static final String CURSOR = QueryParameters.CURSOR;

    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 100;

    /** @throws InvalidRequest unless the parameters make a query */
    static FeedQuery of(QueryParameters parameters) {
        parameters.allowOnly(SINCE, CURSOR, QueryParameters.LIMIT);
        if (parameters.text(SINCE).isPresent() && parameters.text(CURSOR).isPresent()) {
            throw InvalidRequest.conflicting(SINCE, CURSOR);
        }
        return new FeedQuery(
                parameters.time(SINCE).orElse(null),
                parameters.text(CURSOR).map(FeedCursor::parse).orElse(null),
                parameters.limit(MAX_LIMIT, DEFAULT_LIMIT));
    }
}
