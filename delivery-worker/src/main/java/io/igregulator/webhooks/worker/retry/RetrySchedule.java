package io.igregulator.webhooks.worker.retry;

import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.worker.retry.RetryDecision.Delivered;
import io.igregulator.webhooks.worker.retry.RetryDecision.Exhausted;
import io.igregulator.webhooks.worker.retry.RetryDecision.Gone;
import io.igregulator.webhooks.worker.retry.RetryDecision.RetryAt;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Turns an exchange into what happens next, after the contract: seven retries from 30 s to 24 h, jittered. */
public final class RetrySchedule {
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final RetryProperties properties;
    private final RandomGenerator random;

    public RetrySchedule(RetryProperties properties, RandomGenerator random) {
        this.properties = properties;
        this.random = random;
    }

    /**
     * @param attempt the number of the attempt that was just made, from 1 at the event and again at each resend
     * @param now its end
     */
    public RetryDecision decide(Exchange exchange, int attempt, Instant now) {
        return switch (exchange) {
            case Exchange.Answered answered when answered.status() / 100 == 2 -> new Delivered();
            case Exchange.Answered answered when answered.status() == GONE -> new Gone();
            case Exchange.Answered answered -> afterFailure(attempt, now, asked(answered, now));
            case Exchange.Unanswered unanswered -> afterFailure(attempt, now, Duration.ZERO);
        };
    }

    private RetryDecision afterFailure(int attempt, Instant now, Duration asked) {
        if (attempt > properties.delays().size()) {
            return new Exhausted();
        }
        Duration scheduled = jittered(properties.delays().get(attempt - 1));
        return new RetryAt(now.plus(scheduled.compareTo(asked) >= 0 ? scheduled : asked));
    }

    private Duration jittered(Duration delay) {
        double factor = 1 + properties.jitter() * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(delay.toMillis() * factor));
    }

    private Duration asked(Exchange.Answered answered, Instant now) {
        @Nullable String header = answered.retryAfter();
        if (header == null || (answered.status() != TOO_MANY_REQUESTS && answered.status() != SERVICE_UNAVAILABLE)) {
            return Duration.ZERO;
        }
        Duration wait = RetryAfter.read(header, now).orElse(Duration.ZERO);
        return wait.compareTo(properties.retryAfterCap()) > 0 ? properties.retryAfterCap() : wait;
    }
}
