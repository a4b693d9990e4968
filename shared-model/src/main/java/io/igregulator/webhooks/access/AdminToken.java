package io.igregulator.webhooks.access;

import io.igregulator.webhooks.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operator's token, which never shows itself. */
public final class AdminToken {
    /** Long enough not to be guessed, and of characters that travel in a header unchanged. */
    private static final Pattern TEXT = Pattern.compile("[\\x21-\\x7E]{16,}");

    private final byte[] text;

    /** @throws IllegalArgumentException which does not quote it, unless it can serve as one */
    public AdminToken(@Nullable String text) {
        if (text == null || !TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "webhooks.operator.token must be set to at least 16 printable ASCII characters without spaces");
        }
        this.text = text.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the same time wherever the first difference is. */
    public boolean is(String given) {
        return MessageDigest.isEqual(text, given.getBytes(StandardCharsets.UTF_8));
    }

    /** To know it again. It is too long to be guessed from this. */
    public byte[] sha256() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "AdminToken";
    }
}
