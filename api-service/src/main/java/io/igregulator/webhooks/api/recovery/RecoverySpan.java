package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import java.time.Duration;
import java.time.Instant;

/**
 * Which events a recovery is about, by the time at which the platform took them: those of failed deliveries by the time of
 * their publication, missed ones by the time at which it was decided who gets them.
 *
 * @param until exclusive
 */
record RecoverySpan(Instant since, Instant until) {
    static final String SINCE = "since";
    static final String UNTIL = "until";

    /** As long as history is kept: there is nothing before it. */
    private static final Duration LONGEST = Duration.ofDays(30);

    /** What reaches beyond history or into the future is cut off. */
    static RecoverySpan of(JsonBody body, Instant now) {
        Instant since = body.required(SINCE).time();
        Instant until = body.optional(UNTIL).map(JsonField::time).orElse(now);
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

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
