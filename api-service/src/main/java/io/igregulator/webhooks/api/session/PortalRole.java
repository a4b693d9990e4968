package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.api.account.Scope;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a visitor of the portal may do. */
enum PortalRole {
    VIEWER(Scope.READ),
    EDITOR(Scope.WRITE);

    private final Scope scope;

    PortalRole(Scope scope) {
        this.scope = scope;
    }

    static Optional<PortalRole> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findFirst();
    }

    Scope scope() {
        return scope;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
