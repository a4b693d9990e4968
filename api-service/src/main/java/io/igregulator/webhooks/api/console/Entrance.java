package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor.Admin;
import io.igregulator.webhooks.api.account.Actor.PortalVisitor;
import io.igregulator.webhooks.api.account.Reach;
import io.igregulator.webhooks.api.error.PaymentRequired;
import io.igregulator.webhooks.api.port.AdminTokens;
import io.igregulator.webhooks.api.session.Door;
import io.igregulator.webhooks.api.session.FoundSession;
import io.igregulator.webhooks.api.session.Session.OfAccount;
import io.igregulator.webhooks.api.session.Session.OfOperator;
import io.igregulator.webhooks.api.session.Sessions;
import io.igregulator.webhooks.api.session.Ticket;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Knows a visitor by the ticket in the cookie. */
@Component
@Lazy
final class Entrance {
    static final String OPERATOR = "operator";

    private final Sessions sessions;
    private final AdminTokens tokens;
    private final AccountStore accounts;

    Entrance(Sessions sessions, AdminTokens tokens, AccountStore accounts) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /** What a ticket is good for. */
    sealed interface Found {}

    record Admitted(Visit visit) implements Found {}

    /** @param returnUrl null if the link named none */
    record Ended(@Nullable URI returnUrl) implements Found {}

    Found find(Ticket ticket, Door door, String address) {
        Optional<FoundSession> found = sessions.use(ticket, door);
        if (found.isEmpty()) {
            return new Ended(null);
        }
        return switch (found.get().session()) {
            case OfOperator session -> found.get().open() ? operator(session, address) : new Ended(null);
            case OfAccount session ->
                found.get().open() ? new Admitted(visitor(session, address)) : new Ended(session.returnUrl());
        };
    }

    /** Name and role are those that the token has now. */
    private Found operator(OfOperator session, String address) {
        return tokens.holderOf(session.tokenSha256())
                .<Found>map(holder -> new Admitted(new Visit(
                        Door.CONSOLE,
                        Reach.EVERYTHING,
                        holder.role(),
                        new Admin(holder.name(), address),
                        Objects.requireNonNullElse(holder.name(), OPERATOR),
                        null)))
                .orElseGet(() -> new Ended(null));
    }

    private Visit visitor(OfAccount session, String address) {
        Account account = accounts.get(session.account());
        if (account.suspendedAt() != null) {
            throw new PaymentRequired();
        }
        return new Visit(
                Door.PORTAL,
                Reach.of(session.account()),
                session.role(),
                new PortalVisitor(address),
                account.name(),
                session.returnUrl());
    }
}
