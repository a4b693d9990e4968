package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.port.PublicPort;
import io.igregulator.webhooks.api.session.Session.OfAccount;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Links into the portal, each of which is followed once. */
@Component
@Lazy
public final class PortalLinks {
    private final PortalLinkStore store;
    private final AccountStore accounts;
    private final PublicPort port;
    private final PortalProperties properties;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final InstantSource clock;
    private final RandomGenerator random;

    PortalLinks(
            PortalLinkStore store,
            AccountStore accounts,
            PublicPort port,
            PortalProperties properties,
            AuditLog audit,
            TransactionOperations transaction,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.accounts = accounts;
        this.port = port;
        this.properties = properties;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.random = random;
    }

    public PortalLink issue(Actor actor, AccountId account, PortalLinkRequest request) {
        Ticket ticket = Ticket.create(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant end = now.plus(request.ttl());
        transaction.executeWithoutResult(status -> {
            accounts.get(account);
            store.sweep(now);
            store.insert(ticket, new OfAccount(account, request.role().scope(), request.returnUrl()), end);
            audit.write(
                    actor,
                    AuditAction.LINK_ISSUED,
                    account,
                    account,
                    AuditChanges.none().set("role", request.role().wireName()));
        });
        return new PortalLink(publicUrl() + Door.PORTAL.root() + "/enter/" + ticket.reveal(), end);
    }

    private String publicUrl() {
        return properties.url().isEmpty() ? port.localUrl() : properties.url();
    }

    /** Empty for a link that was followed before, has expired, or was never made. */
    public Optional<OfAccount> follow(Ticket ticket) {
        return store.take(ticket, clock.instant());
    }
}
