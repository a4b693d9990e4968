package io.igregulator.webhooks.signature;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) with one key. The algorithm is looked up once and copied for each signature, so that any number of
 * threads may sign at once; what is kept a key is the key alone, since there may be a hundred thousand of them.
 */
final class HmacSha256 {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Mac WITHOUT_KEY = withoutKey();

    private final SecretKeySpec key;

    HmacSha256(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Over the parts of a signed content, in order. */
    byte[] of(byte[] prefix, byte[] body) {
        try {
            Mac mac = (Mac) WITHOUT_KEY.clone();
            mac.init(key);
            mac.update(prefix);
            return mac.doFinal(body);
        } catch (CloneNotSupportedException | InvalidKeyException e) {
            throw new IllegalStateException("the platform's own " + ALGORITHM + " can be copied and takes any key", e);
        }
    }

    private static Mac withoutKey() {
        try {
            // Named by its provider it does not look for one again, under a lock that all copies would share.
            return Mac.getInstance(ALGORITHM, Mac.getInstance(ALGORITHM).getProvider());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
