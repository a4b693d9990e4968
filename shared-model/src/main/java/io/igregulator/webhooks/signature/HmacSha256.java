package io.igregulator.webhooks.signature;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) with one key. Looking the algorithm up and hashing the key is done once; each signature starts from
 * a copy of that state, so that any number of threads may sign at once.
 */
final class HmacSha256 {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    HmacSha256(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Over the parts of a signed content, in order. */
    byte[] of(byte[] prefix, byte[] body) {
        Mac mac = copy();
        mac.update(prefix);
        return mac.doFinal(body);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's own " + ALGORITHM + " can be copied", e);
        }
    }
}
