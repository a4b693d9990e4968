package io.igregulator.webhooks.signature;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Mac;

/**
 * HMAC-SHA256 of one provider, without a key yet. What can be copied is copied: a look-up takes a lock that all signatures
 * would share. Not every provider's can, and a security policy may put any of them first.
 */
final class Macs {
    static final String ALGORITHM = "HmacSHA256";

    private final Mac first;
    private final boolean copying;

    private Macs(Mac first) {
        this.first = first;
        this.copying = canBeCopied(first);
    }

    /** Of the provider that the JVM prefers. */
    static Macs preferred() {
        try {
            return of(Mac.getInstance(ALGORITHM).getProvider());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    static Macs of(Provider provider) throws GeneralSecurityException {
        return new Macs(Mac.getInstance(ALGORITHM, provider));
    }

    Mac next() throws GeneralSecurityException {
        try {
            return copying ? (Mac) first.clone() : Mac.getInstance(ALGORITHM, first.getProvider());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("it could be copied before", e);
        }
    }

    private static boolean canBeCopied(Mac mac) {
        try {
            var _ = mac.clone();
            return true;
        } catch (CloneNotSupportedException e) {
            return false;
        }
    }
}
