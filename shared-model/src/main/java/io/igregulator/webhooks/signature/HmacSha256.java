package io.igregulator.webhooks.signature;

import io.igregulator.webhooks.event.Body;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) with one key, for any number of threads at once. Per key only the key itself is kept, since there
 * may be a hundred thousand of them.
 */
final class HmacSha256 {
    private static final Macs PREFERRED = Macs.preferred();

    private final SecretKeySpec key;
    private final Macs macs;

    HmacSha256(byte[] key) {
        this(key, PREFERRED);
    }

    HmacSha256(byte[] key, Macs macs) {
        this.key = new SecretKeySpec(key, Macs.ALGORITHM);
        this.macs = macs;
    }

    /** Over the parts of a signed content, in order. */
    byte[] of(byte[] prefix, Body body) {
        try {
            Mac mac = macs.take();
            mac.init(key);
            mac.update(prefix);
            mac.update(body.array(), body.offset(), body.length());
            byte[] signature = mac.doFinal();
            macs.giveBack(mac);
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(Macs.ALGORITHM + " takes any key", e);
        }
    }
}
