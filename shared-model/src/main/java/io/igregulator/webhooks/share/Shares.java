package io.igregulator.webhooks.share;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many places of something scarce each owner may hold at one time. An owner that holds none and waits for none takes no
 * memory.
 *
 * @param <K> the owner: an account, an endpoint, a domain
 */
public final class Shares<K> {
    private final int size;
    private final ConcurrentMap<K, Share> shares = new ConcurrentHashMap<>();

    private static final class Share {
        private final Semaphore places;
        /** Who holds a place or waits for one; changed by one thread at a time, since the map locks the key. */
        private int users;

        private Share(int size) {
            this.places = new Semaphore(size);
        }
    }

    /** @param size places of each owner */
    public Shares(int size) {
        this.size = size;
    }

    /** Takes a place if there is one now. */
    public boolean take(K owner) {
        Share share = join(owner);
        boolean taken = share.places.tryAcquire();
        if (!taken) {
            leave(owner);
        }
        return taken;
    }

    /** Waits for a place; false if none became free in time. */
    public boolean take(K owner, Duration wait) throws InterruptedException {
        Share share = join(owner);
        boolean taken = false;
        try {
            taken = share.places.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
            return taken;
        } finally {
            if (!taken) {
                leave(owner);
            }
        }
    }

    /** Only after a place was taken. */
    public void giveBack(K owner) {
        Share share = Objects.requireNonNull(shares.get(owner), "no place was taken");
        share.places.release();
        leave(owner);
    }

    private Share join(K owner) {
        return Objects.requireNonNull(shares.compute(owner, (key, known) -> {
            Share share = known == null ? new Share(size) : known;
            share.users++;
            return share;
        }));
    }

    private void leave(K owner) {
        shares.computeIfPresent(owner, (key, share) -> --share.users == 0 ? null : share);
    }
}
