package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.KnownParameters;
import io.igregulator.webhooks.api.web.QueryNumber;
import io.igregulator.webhooks.time.DateTimes;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a poll asks for: from a cursor or from a time, or from as far back as the feed reaches. */
record FeedQuery(@Nullable Instant since, @Nullable FeedPosition cursor, int limit) {
    static final String SINCE = "since";
    static final String CURSOR = "cursor";

    private static final QueryNumber LIMIT = new QueryNumber("limit", 1, 500, 100);
    private static final KnownParameters KNOWN = KnownParameters.of(SINCE, CURSOR, LIMIT.name());

    /** @throws InvalidRequest unless the parameters make a query */
    static FeedQuery of(MultiValueMap<String, String> parameters) {
        KNOWN.check(parameters);
        return parse(parameters.getFirst(SINCE), parameters.getFirst(CURSOR), parameters.getFirst(LIMIT.name()));
    }

    private static FeedQuery parse(@Nullable String since, @Nullable String cursor, @Nullable String limit) {
        if (since != null && cursor != null) {
            throw InvalidRequest.conflicting(SINCE, CURSOR);
        }
        return new FeedQuery(
                since == null ? null : time(since),
                cursor == null ? null : FeedPosition.parse(cursor, CURSOR),
                LIMIT.parse(limit));
    }

    private static Instant time(String text) {
        try {
            return DateTimes.parse(text);
        } catch (DateTimeException e) {
            throw InvalidRequest.field(
                    SINCE,
                    "'since' is not a date-time",
                    "ISO-8601 with an offset, such as 2026-04-20T12:00:00Z; a + has to be sent as %2B");
        }
    }
}
