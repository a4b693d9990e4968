package io.igregulator.webhooks.api.port;

import io.igregulator.webhooks.access.AdminToken;
import io.igregulator.webhooks.api.account.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All tokens that open the operator's side. */
final class AdminTokens {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(AdminToken token, Holder holder) {}

    /**
     * Who a token belongs to.
     *
     * @param name null for the token that has none
     */
    record Holder(@Nullable String name, Scope role) {}

    AdminTokens(AdminToken unnamed, List<NamedToken> named) {
        entries.add(new Entry(unnamed, new Holder(null, Scope.WRITE)));
        named.forEach(token -> entries.add(new Entry(token.secret(), new Holder(token.name(), token.role()))));
    }

    /** All are compared, so that the time says nothing of which it is. */
    Optional<Holder> holder(String given) {
        List<Holder> found = entries.stream()
                .filter(entry -> entry.token().is(given))
                .map(Entry::holder)
                .toList();
        return found.stream().findFirst();
    }
}
