package io.igregulator.webhooks.secret;

import io.igregulator.webhooks.id.EndpointId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with what a secret belongs to as associated data, which for signing secrets is the endpoint's id: a ciphertext
 * copied to another endpoint's row does not open.
 */
public final class SecretCipher {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String activeKey;
    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalArgumentException if a key is not base64 of 32 bytes */
    public SecretCipher(SecretProperties properties) {
        this.activeKey = properties.activeKey();
        properties.keys().forEach((id, base64) -> keys.put(id, key(id, base64)));
    }

    public EncryptedSecret encrypt(SecretText secret, EndpointId endpoint) {
        return seal(secret.reveal().getBytes(StandardCharsets.UTF_8), endpoint.toString());
    }

    /** @throws IllegalStateException if the key is not configured, or the row was tampered with */
    public SecretText decrypt(EncryptedSecret secret, EndpointId endpoint) {
        return SecretText.of(new String(open(secret, endpoint.toString()), StandardCharsets.UTF_8));
    }

    /** @param context what it belongs to: it opens with the same one only */
    public EncryptedSecret seal(byte[] secret, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, activeKey, nonce, secret, context);
        return new EncryptedSecret(
                activeKey,
                ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** @throws IllegalStateException if the key is not configured, or the row was tampered with */
    public byte[] open(EncryptedSecret secret, String context) {
        ByteBuffer bytes = ByteBuffer.wrap(secret.bytes());
        if (bytes.remaining() < NONCE_BYTES) {
            throw new IllegalStateException("a secret of " + context + " is cut short");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        return apply(Cipher.DECRYPT_MODE, secret.keyId(), nonce, sealed, context);
    }

    private byte[] apply(int mode, String keyId, byte[] nonce, byte[] input, String context) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("secrets of key '" + keyId + "' exist, but webhooks.secrets.keys lacks it");
        }
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open or seal a secret of " + context, e);
        }
    }

    /** The id of the key that encrypts new secrets. */
    public String activeKey() {
        return activeKey;
    }

    /** The ids of all keys that are configured. */
    public Set<String> keys() {
        return Set.copyOf(keys.keySet());
    }

    private static SecretKeySpec key(String id, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("webhooks.secrets.keys." + id + " is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("webhooks.secrets.keys." + id + " is not 32 bytes long");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
