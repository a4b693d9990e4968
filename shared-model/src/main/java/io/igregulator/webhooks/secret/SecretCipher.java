package io.igregulator.webhooks.secret;

import io.igregulator.webhooks.id.EndpointId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with the endpoint id as associated data: a ciphertext copied to another endpoint's row does not open.
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
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(
                Cipher.ENCRYPT_MODE, activeKey, nonce, secret.reveal().getBytes(StandardCharsets.UTF_8), endpoint);
        return new EncryptedSecret(
                activeKey,
                ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** @throws IllegalStateException if the key is not configured, or the row was tampered with */
    public SecretText decrypt(EncryptedSecret secret, EndpointId endpoint) {
        ByteBuffer bytes = ByteBuffer.wrap(secret.bytes());
        if (bytes.remaining() < NONCE_BYTES) {
            throw new IllegalStateException("a secret of endpoint " + endpoint + " is cut short");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        byte[] opened = apply(Cipher.DECRYPT_MODE, secret.keyId(), nonce, sealed, endpoint);
        return SecretText.of(new String(opened, StandardCharsets.UTF_8));
    }

    private byte[] apply(int mode, String keyId, byte[] nonce, byte[] input, EndpointId endpoint) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("secrets of key '" + keyId + "' exist, but webhooks.secrets.keys lacks it");
        }
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(endpoint.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open or seal a secret of endpoint " + endpoint, e);
        }
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
