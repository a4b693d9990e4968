package io.igregulator.webhooks.url;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.share.Shares;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Places for lookups: so many in all, so many of one domain, so many of one account. */
final class LookupPlaces {
    private final Duration wait;
    private final Shares<AccountId> accounts;
    private final Shares<String> domains;
    private final Semaphore all;

    LookupPlaces(DnsProperties properties) {
        this.wait = properties.maxWait();
        this.accounts = new Shares<>(properties.maxLookupsPerAccount());
        this.domains = new Shares<>(properties.maxLookupsPerDomain());
        this.all = new Semaphore(properties.maxLookups());
    }

    /**
     * The narrowest share first, so that an account that waits for its own holds nothing of the others'.
     *
     * @param account null for a lookup of the platform itself
     * @throws LookupShortageException if there is no place in time
     */
    Place take(String host, @Nullable AccountId account) throws LookupShortageException, InterruptedException {
        Place place = new Place(ParentDomain.of(host), account);
        if (account != null && !accounts.take(account, wait)) {
            throw new LookupShortageException();
        }
        boolean inDomain = false;
        boolean taken = false;
        try {
            inDomain = domains.take(place.domain(), wait);
            taken = inDomain && all.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (!taken) {
                leave(place, inDomain);
            }
        }
        if (!taken) {
            throw new LookupShortageException();
        }
        return place;
    }

    void giveBack(Place place) {
        all.release();
        leave(place, true);
    }

    private void leave(Place place, boolean inDomain) {
        if (inDomain) {
            domains.giveBack(place.domain());
        }
        if (place.account() != null) {
            accounts.giveBack(place.account());
        }
    }

    record Place(String domain, @Nullable AccountId account) {}
}
