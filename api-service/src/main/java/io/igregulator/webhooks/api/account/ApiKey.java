package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * An API key in the clear, on its way into the one answer that shows it or out of a request. {@code toString} hides it;
 * {@link #reveal} is the single way out.
 */
public final class ApiKey {
    private static final String PREFIX = "igk_";
    private static final int LENGTH = 32;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9]{" + LENGTH + "}");

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    /** @param random must be cryptographically strong, see {@link java.security.SecureRandom} */
    public static ApiKey create(RandomGenerator random) {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ApiKey(text.toString());
    }

    static Optional<ApiKey> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ApiKey(text)) : Optional.empty();
    }

    public String reveal() {
        return text;
    }

    /** All that is stored. A key has 190 bits of entropy: a slow, salted hash would add nothing. */
    byte[] sha256() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
