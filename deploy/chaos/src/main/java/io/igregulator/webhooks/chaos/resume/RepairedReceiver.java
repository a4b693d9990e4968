package io.igregulator.webhooks.chaos.resume;

import io.igregulator.webhooks.stack.receiver.HookBehaviour;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Answers 503 until it is repaired, then 204 after a while, and notes how many requests it had at one time since. */
final class RepairedReceiver implements HookBehaviour {
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final String TEST = "evt_test_";

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile boolean repaired;

    void repair() {
        repaired = true;
    }

    /** Requests in flight at one time since the repair; tests are not counted. */
    int mostInFlight() {
        return most.get();
    }

    @Override
    public int status(String eventId, int attempt) {
        if (!repaired) {
            return 503;
        }
        if (isTest(eventId)) {
            return 204;
        }
        most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        LockSupport.parkNanos(LATENCY.toNanos());
        inFlight.decrementAndGet();
        return 204;
    }

    static boolean isTest(String eventId) {
        return eventId.startsWith(TEST);
    }
}
