package io.igregulator.webhooks.chaos.change;

import java.time.Instant;

/**
 * A change of an endpoint that the API acknowledged. It took effect somewhere between the first call and the answer.
 *
 * @param answerLost whether an earlier call of the same change got no answer, and may have had an effect of its own
 */
public record Change(What what, Instant begunAt, Instant answeredAt, boolean answerLost) {

    /** What became different. */
    public enum What {
        ACTIVATED,
        DEACTIVATED,
        DELETED,
        MOVED,
        ROTATED
    }
}
