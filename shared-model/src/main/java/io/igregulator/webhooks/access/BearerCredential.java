package io.igregulator.webhooks.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The credential of an {@code Authorization: Bearer …} header (RFC 6750). */
public final class BearerCredential {
    private static final String SCHEME = "bearer ";

    private BearerCredential() {}

    /** @return empty unless there is exactly one header, and of this scheme */
    public static Optional<String> of(List<String> headers) {
        if (headers.size() != 1 || !headers.getFirst().toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        return Optional.of(headers.getFirst().substring(SCHEME.length()).strip());
    }
}
