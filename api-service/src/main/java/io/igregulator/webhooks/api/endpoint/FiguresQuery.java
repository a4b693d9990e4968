package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.figures.Step;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.TimeSpan;
import io.igregulator.webhooks.figures.KeptMinutes;
import java.time.Instant;
import java.util.Objects;

/**
 * Which figures are asked for.
 *
 * @param since start of the first span
 * @param until end of the last, which may lie ahead
 */
record FiguresQuery(Instant since, Instant until, Step step) {
    static final String STEP = "step";

    /** That is 744 hours, the longest month, or a little over 12 hours by minute. */
    private static final int MOST_SPANS = 744;

    /** @throws InvalidRequest naming the first parameter that is not valid */
    static FiguresQuery of(QueryParameters parameters, Instant now) {
        Step step = parameters.text(STEP).map(FiguresQuery::step).orElse(Step.MINUTE);
        TimeSpan span = TimeSpan.of(parameters);
        Instant until = ceiling(Objects.requireNonNullElse(span.until(), now), step);
        Instant since = Objects.requireNonNullElseGet(span.since(), () -> until.minus(step.defaultSpan()))
                .truncatedTo(step.unit());
        if (!since.isBefore(until)) {
            throw InvalidRequest.field(
                    TimeSpan.SINCE, "the span is empty", "'since' lies before 'until', by default now");
        }
        if (step.unit().between(since, until) > MOST_SPANS) {
            throw InvalidRequest.field(
                    TimeSpan.SINCE,
                    "the span is too long",
                    "at most " + MOST_SPANS + " steps at once, here of one " + step.wireName());
        }
        if (step == Step.MINUTE && since.isBefore(KeptMinutes.from(now))) {
            throw InvalidRequest.field(
                    TimeSpan.SINCE,
                    "figures are kept by minute for " + KeptMinutes.KEPT.toHours() + " hours",
                    "step=hour for earlier ones");
        }
        return new FiguresQuery(since, until, step);
    }

    private static Instant ceiling(Instant time, Step step) {
        Instant floor = time.truncatedTo(step.unit());
        return floor.equals(time) ? floor : floor.plus(1, step.unit());
    }

    private static Step step(String text) {
        for (Step step : Step.values()) {
            if (step.wireName().equals(text)) {
                return step;
            }
        }
        throw InvalidRequest.field(STEP, "there is no such step", "minute or hour");
    }
}
