package io.igregulator.webhooks.secret;

import io.igregulator.webhooks.signature.SigningSecret;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A raw secret on its way from its making to the one answer that shows it. {@code toString} hides it; {@link #reveal} is
 * the single, searchable way out.
 */
public final class SecretText {
    /** Common to base64 and base64url, so that either decoder gives the same key. */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Decodes to 33 bytes; Standard Webhooks asks for 24 to 64. A multiple of four needs no padding. */
    private static final int LENGTH = 44;

    private final String text;

    private SecretText(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** @param random must be cryptographically strong, see {@link java.security.SecureRandom} */
    public static SecretText create(RandomGenerator random) {
        StringBuilder text = new StringBuilder(SigningSecret.PREFIX);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new SecretText(text.toString());
    }

    static SecretText of(String text) {
        return new SecretText(text);
    }

    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return SigningSecret.PREFIX + "***";
    }
}
