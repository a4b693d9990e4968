package io.igregulator.webhooks.api.port;

import io.igregulator.webhooks.access.AdminToken;
import io.igregulator.webhooks.api.account.Scope;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All tokens that open the operator's side. */
public final class AdminTokens {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(AdminToken token, byte[] sha256, Holder holder) {}

    /**
     * Who a token belongs to.
     *
     * @param name null for the token that has none
     */
    public record Holder(@Nullable String name, Scope role) {}

    AdminTokens(AdminToken unnamed, List<NamedToken> named) {
        add(unnamed, new Holder(null, Scope.WRITE));
        named.forEach(token -> add(token.secret(), new Holder(token.name(), token.role())));
    }

    private void add(AdminToken token, Holder holder) {
        entries.add(new Entry(token, token.sha256(), holder));
    }

    /** All are compared, so that the time says nothing of which it is. */
    public Optional<Holder> holder(String given) {
        List<Holder> found = entries.stream()
                .filter(entry -> entry.token().is(given))
                .map(Entry::holder)
                .toList();
        return found.stream().findFirst();
    }

    /** The holder of the token with this SHA-256, if it is still one. */
    public Optional<Holder> holderOf(byte[] sha256) {
        return entries.stream()
                .filter(entry -> MessageDigest.isEqual(entry.sha256(), sha256))
                .map(Entry::holder)
                .findFirst();
    }
}
