package io.igregulator.webhooks.secret;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.signature.SigningSecret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An endpoint's unexpired secrets as they are stored, newest first. */
public final class SealedSecrets {
    private final EndpointId endpoint;
    private final SecretCipher cipher;
    private final List<Sealed> sealed = new ArrayList<>(2);

    private record Sealed(EncryptedSecret secret, @Nullable Instant expiresAt) {}

    SealedSecrets(EndpointId endpoint, SecretCipher cipher) {
        this.endpoint = endpoint;
        this.cipher = cipher;
    }

    void add(EncryptedSecret secret, @Nullable Instant expiresAt) {
        sealed.add(new Sealed(secret, expiresAt));
    }

    /**
     * In the clear and ready to sign.
     *
     * @throws IllegalStateException if one cannot be decrypted, say because its key is no longer configured
     */
    public List<SigningSecret> open() {
        return sealed.stream()
                .map(one ->
                        SigningSecret.of(cipher.decrypt(one.secret(), endpoint).reveal(), one.expiresAt()))
                .toList();
    }
}
