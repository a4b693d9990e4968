package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The span of time that a listing is limited to; null where it has no end.
 *
 * @param until exclusive
 */
public record TimeSpan(@Nullable Instant since, @Nullable Instant until) {
    public static final String SINCE = "since";
    public static final String UNTIL = "until";

    /** PostgreSQL's times, and those of ids, end earlier than Java's; nothing that is listed lies beyond these. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws InvalidRequest if a time cannot be read, or nothing lies between them */
    public static TimeSpan of(QueryParameters parameters) {
        TimeSpan span = new TimeSpan(time(parameters, SINCE), time(parameters, UNTIL));
        if (span.since != null && span.until != null && !span.since.isBefore(span.until)) {
            throw InvalidRequest.field(SINCE, "the span is empty", "'since' lies before 'until'");
        }
        return span;
    }

    private static @Nullable Instant time(QueryParameters parameters, String name) {
        return parameters
                .time(name)
                .map(time -> time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time)
                .orElse(null);
    }
}
