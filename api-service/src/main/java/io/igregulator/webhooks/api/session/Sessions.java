package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.session.Session.OfAccount;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens, finds and ends sessions. */
@Component
@Lazy
public final class Sessions {
    /** A visitor who comes back later than this after the end is not sent to the return URL. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final SessionStore store;
    private final ConsoleProperties console;
    private final PortalProperties portal;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final InstantSource clock;
    private final RandomGenerator random;

    Sessions(
            SessionStore store,
            ConsoleProperties console,
            PortalProperties portal,
            AuditLog audit,
            TransactionOperations transaction,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.console = console;
        this.portal = portal;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.random = random;
    }

    /** @return what the visitor's cookie holds */
    public Ticket open(Actor actor, Session session) {
        Ticket ticket = Ticket.create(random);
        Instant now = clock.instant();
        @Nullable AccountId account = session instanceof OfAccount visitor ? visitor.account() : null;
        transaction.executeWithoutResult(status -> {
            store.sweep(now.minus(REMEMBERED));
            store.insert(ticket, session, now, now.plus(length(session.door()).longest()));
            audit.write(
                    actor, AuditAction.SESSION_OPENED, account, session.door().wireName(), AuditChanges.none());
        });
        return ticket;
    }

    /** Also one that has expired, while it is remembered. */
    public Optional<FoundSession> use(Ticket ticket, Door door) {
        Instant now = clock.instant();
        return store.use(ticket, door, now, now.minus(length(door).idle()));
    }

    public void end(Ticket ticket, Door door) {
        store.delete(ticket, door);
    }

    private SessionLength length(Door door) {
        return switch (door) {
            case CONSOLE -> console.session();
            case PORTAL -> portal.session();
        };
    }
}
