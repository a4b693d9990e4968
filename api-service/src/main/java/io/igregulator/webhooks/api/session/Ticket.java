package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The secret of a session's cookie or of a portal link: 256 random bits. {@code toString} hides it; {@link #reveal} is the
 * single way out.
 */
public final class Ticket {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private Ticket(String text) {
        this.text = text;
    }

    static Ticket create(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Ticket(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what cannot be one, which nothing has to be asked for. */
    public static Optional<Ticket> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Ticket(text)) : Optional.empty();
    }

    public String reveal() {
        return text;
    }

    /** All that is stored. */
    public byte[] sha256() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Ticket";
    }
}
