package io.igregulator.webhooks.signature;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 of one provider, to be initialised with a key by each user. They are lent again rather than made again: one is
 * a kilobyte of state, and a look-up takes a lock that all signatures would share.
 */
final class Macs {
    static final String ALGORITHM = "HmacSHA256";

    /** More than are ever in use at once: signing does not wait for anything. */
    private static final int KEPT = 64;

    private final Provider provider;
    private final Deque<Mac> idle = new ArrayDeque<>(KEPT);

    private Macs(Provider provider) {
        this.provider = provider;
    }

    /** Of the provider that the JVM prefers. */
    static Macs preferred() {
        try {
            return of(Mac.getInstance(ALGORITHM).getProvider());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    static Macs of(Provider provider) {
        return new Macs(provider);
    }

    Mac take() throws GeneralSecurityException {
        @Nullable Mac mac = pollIdle();
        return mac == null ? Mac.getInstance(ALGORITHM, provider) : mac;
    }

    private synchronized @Nullable Mac pollIdle() {
        return idle.pollLast();
    }

    /** Takes one back that has nothing left of an unfinished message. */
    synchronized void giveBack(Mac mac) {
        if (idle.size() < KEPT) {
            idle.addLast(mac);
        }
    }
}
