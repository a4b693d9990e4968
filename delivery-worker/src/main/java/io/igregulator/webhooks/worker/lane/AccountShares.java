package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.id.AccountId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests in flight, in all and per account. An account may have up to three times as many as there are free
 * places: alone three quarters of all, beside a second one as greedy three sevenths each, and however many there are,
 * some places stay free for an account that has none. No place stays idle while an account needs it. (Dynamic thresholds,
 * as switches share their buffers: Choudhury and Hahne, 1998.)
 */
final class AccountShares {
    private static final int TIMES_WHAT_IS_LEFT = 3;

    private final int places;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<AccountId, Integer> perAccount = new ConcurrentHashMap<>();

    /** @param places requests in flight at most, over all accounts */
    AccountShares(int places) {
        this.places = places;
    }

    void begin(AccountId account) {
        inFlight.incrementAndGet();
        perAccount.merge(account, 1, Integer::sum);
    }

    void ended(AccountId account) {
        inFlight.decrementAndGet();
        perAccount.computeIfPresent(account, (key, requests) -> requests == 1 ? null : requests - 1);
    }

    /**
     * Whether the account has as many as it may, or more, since what others need makes its share smaller. False for an
     * account that has none: others took the places.
     */
    boolean exhausted(AccountId account) {
        int requests = perAccount.getOrDefault(account, 0);
        int left = Math.max(0, places - inFlight.get());
        return requests > 0 && requests >= TIMES_WHAT_IS_LEFT * (long) left;
    }

    int inFlight() {
        return inFlight.get();
    }

    /** Whether no account may begin another. */
    boolean full() {
        return inFlight.get() >= places;
    }
}
