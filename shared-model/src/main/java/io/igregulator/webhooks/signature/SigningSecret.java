package io.igregulator.webhooks.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A secret in the clear, ready to sign, with the keys of both dialects made once. It never shows itself: neither
 * {@code toString} nor a serializer can reach the text.
 */
public final class SigningSecret {
    /** What every secret starts with; part of the Stripe dialect's key, stripped for Standard Webhooks. */
    public static final String PREFIX = "whsec_";

    private final HmacSha256 wholeText;
    private final HmacSha256 decoded;
    private final @Nullable Instant expiresAt;

    private SigningSecret(HmacSha256 wholeText, HmacSha256 decoded, @Nullable Instant expiresAt) {
        this.wholeText = wholeText;
        this.decoded = decoded;
        this.expiresAt = expiresAt;
    }

    /**
     * @param expiresAt end of the overlap, or null for the secret that is active until rotated
     * @throws IllegalArgumentException unless {@code text} is {@code whsec_} and base64
     */
    public static SigningSecret of(String text, @Nullable Instant expiresAt) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a signing secret starts with " + PREFIX);
        }
        byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        return new SigningSecret(new HmacSha256(text.getBytes(StandardCharsets.UTF_8)), new HmacSha256(key), expiresAt);
    }

    /** Whether it still signs at {@code now}; the instant of expiry itself no longer counts. */
    public boolean activeAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    HmacSha256 wholeText() {
        return wholeText;
    }

    HmacSha256 decoded() {
        return decoded;
    }

    @Override
    public String toString() {
        return "SigningSecret[expiresAt=" + expiresAt + "]";
    }
}
