package io.igregulator.webhooks.worker.delivery;

import java.time.Duration;

/**
 * What a lane has to know of a delivery's turn.
 *
 * @param latency of the exchange with the receiver; zero when there was none
 */
public record AttemptReport(Result result, Duration latency) {
    /** How the turn ended. */
    public enum Result {
        SUCCEEDED,
        FAILED,
        /** The receiver said or showed that it had too much to do: 429, or no answer in time. */
        OVERLOADED,
        /** No request was made. */
        NOT_TRIED
    }

    public static AttemptReport notTried() {
        return new AttemptReport(Result.NOT_TRIED, Duration.ZERO);
    }
}
