package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import io.igregulator.webhooks.time.DateTimes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * Which deliveries a recovery is about, by the time at which the platform took their events.
 *
 * @param until without it
 */
record RecoverySpan(Instant since, Instant until) {
    private static final String SINCE = "since";
    private static final String UNTIL = "until";
    private static final int MAX_LENGTH = 64;

    /** As long as history is kept: there is nothing before it. */
    private static final Duration LONGEST = Duration.ofDays(30);

    /** What reaches beyond history or into the future is cut off. */
    static RecoverySpan of(JsonBody body, Instant now) {
        body.allowOnly(SINCE, UNTIL);
        Instant since = time(body.required(SINCE));
        Instant until = body.optional(UNTIL).map(RecoverySpan::time).orElse(now);
        Instant end = until.isBefore(now) ? until : now;
        if (!since.isBefore(end)) {
            throw InvalidRequest.field(SINCE, "the span is empty", "'since' lies before 'until' and in the past");
        }
        Instant oldest = now.minus(LONGEST);
        if (!oldest.isBefore(end)) {
            throw InvalidRequest.field(
                    SINCE,
                    "the span lies more than 30 days back",
                    "history is kept for 30 days: let 'until' lie within them, or leave it out");
        }
        return new RecoverySpan(later(since, oldest), end);
    }

    private static Instant time(JsonField field) {
        try {
            return DateTimes.parse(field.text(MAX_LENGTH));
        } catch (DateTimeException e) {
            throw InvalidRequest.field(
                    field.name(), "'" + field.name() + "' is not a time", "ISO-8601, such as 2026-11-21T10:00:00Z");
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
