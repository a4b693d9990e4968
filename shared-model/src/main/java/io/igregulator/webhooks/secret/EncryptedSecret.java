package io.igregulator.webhooks.secret;

import java.util.Objects;

/**
 * A secret as it lies in PostgreSQL.
 *
 * @param keyId which configured key opens it
 * @param bytes 12 bytes of nonce, then ciphertext and tag
 */
public record EncryptedSecret(String keyId, byte[] bytes) {
    public EncryptedSecret {
        Objects.requireNonNull(keyId, "keyId");
        bytes = bytes.clone();
    }

    @Override
    public String toString() {
        return "EncryptedSecret[keyId=" + keyId + "]";
    }
}
