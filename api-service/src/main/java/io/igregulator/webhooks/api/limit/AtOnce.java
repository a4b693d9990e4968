package io.igregulator.webhooks.api.limit;

import io.igregulator.webhooks.api.error.RateLimited;
import io.igregulator.webhooks.share.Shares;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * How many operations an owner may have under way at one time. The next one waits for a while where that is allowed, and is
 * then refused.
 *
 * @param <K> the owner
 */
public final class AtOnce<K> {
    private static final int RETRY_AFTER_SECONDS = 1;

    private final Refusal refusal;
    private final Duration maxWait;
    private final Shares<K> running;
    private final Shares<K> present;
    private final InstantSource clock;

    /** The refusal for an owner that has {@code most} of {@code things} under way. */
    private record Refusal(String reason, String things, int most) {}

    private AtOnce(Refusal refusal, int waiting, Duration maxWait, InstantSource clock) {
        this.refusal = refusal;
        this.maxWait = maxWait;
        this.running = new Shares<>(refusal.most());
        this.present = new Shares<>(refusal.most() + waiting);
        this.clock = clock;
    }

    public static <K> AtOnce<K> requests(LimitProperties limits, InstantSource clock) {
        return new AtOnce<>(
                new Refusal("too_many_requests_at_once", "requests of one account", limits.requestsAtOnce()),
                limits.requestsWaiting(),
                limits.maxWait(),
                clock);
    }

    /** As many polls may wait as an account may have requests under way. */
    public static <K> AtOnce<K> polls(LimitProperties limits, InstantSource clock) {
        return new AtOnce<>(
                new Refusal("too_many_polls_at_once", "polls of one account", limits.pollsAtOnce()),
                limits.requestsAtOnce(),
                limits.maxWait(),
                clock);
    }

    public static <K> AtOnce<K> testsPerWebhook(LimitProperties limits, InstantSource clock) {
        return tests("tests of one webhook", limits.testsPerWebhook(), clock);
    }

    public static <K> AtOnce<K> testsPerAccount(LimitProperties limits, InstantSource clock) {
        return tests("tests of one account", limits.testsPerAccount(), clock);
    }

    /** A test takes as long as its receiver: another one does not wait for it. */
    private static <K> AtOnce<K> tests(String things, int most, InstantSource clock) {
        return new AtOnce<>(new Refusal("too_many_tests_at_once", things, most), 0, Duration.ZERO, clock);
    }

    /** @throws RateLimited if no place becomes free in time */
    public Place take(K owner) {
        if (!present.take(owner)) {
            throw refused();
        }
        if (awaitTurn(owner)) {
            return () -> {
                running.giveBack(owner);
                present.giveBack(owner);
            };
        }
        present.giveBack(owner);
        throw refused();
    }

    private boolean awaitTurn(K owner) {
        try {
            return running.take(owner, maxWait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RateLimited refused() {
        long reset = clock.instant().getEpochSecond() + RETRY_AFTER_SECONDS;
        return RateLimited.of(
                refusal.reason(),
                "more than " + refusal.most() + " " + refusal.things() + " at one time",
                Map.of(
                        "Retry-After", Integer.toString(RETRY_AFTER_SECONDS),
                        "X-RateLimit-Limit", Integer.toString(refusal.most()),
                        "X-RateLimit-Remaining", "0",
                        "X-RateLimit-Reset", Long.toString(reset)));
    }
}
