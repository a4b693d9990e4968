package io.igregulator.webhooks.stack.receiver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 as a receiver needs it: which of my secrets made this signature? */
final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    static int signer(byte[] signature, String signedPrefix, byte[] body, List<byte[]> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (MessageDigest.isEqual(signature, of(keys.get(i), signedPrefix, body))) {
                return i;
            }
        }
        return Verification.UNKNOWN;
    }

    static byte[] of(byte[] key, String signedPrefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(signedPrefix.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
