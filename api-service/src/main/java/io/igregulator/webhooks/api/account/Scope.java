package io.igregulator.webhooks.api.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a credential may do: a key of an account, or a token of the operator's. */
public enum Scope {
    /** It reads: GET, HEAD and OPTIONS. */
    READ,
    /** It reads and changes. */
    WRITE;

    public static Optional<Scope> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName().equals(name))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a request of this method is within it. */
    public boolean allows(String method) {
        return this == WRITE || method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}
