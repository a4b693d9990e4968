package io.igregulator.webhooks.api.audit;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.Actor.Admin;
import io.igregulator.webhooks.api.account.Actor.KeyHolder;
import io.igregulator.webhooks.api.account.Actor.PortalVisitor;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditActor;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.audit.AuditWriter;
import io.igregulator.webhooks.id.AccountId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records the changes that callers make, each within its own transaction. */
@Component
public final class AuditLog {
    private final AuditWriter writer;
    private final InstantSource clock;

    AuditLog(JdbcClient jdbc, InstantSource clock) {
        this.writer = new AuditWriter(jdbc);
        this.clock = clock;
    }

    /** @param target what was changed: an id or a slug */
    public void write(Caller caller, AuditAction action, Object target, AuditChanges changes) {
        write(caller.actor(), action, caller.account(), target, changes);
    }

    /**
     * @param account the one whose things were changed; null where no single account is concerned
     * @param target what was changed: an id or a slug
     */
    public void write(
            Actor actor, AuditAction action, @Nullable AccountId account, Object target, AuditChanges changes) {
        writer.write(clock.instant(), recorded(actor), action, account, target, changes);
    }

    private static AuditActor recorded(Actor actor) {
        return switch (actor) {
            case KeyHolder holder -> new AuditActor.ApiKey(holder.key(), holder.remoteAddress());
            case PortalVisitor visitor -> new AuditActor.Portal(visitor.remoteAddress());
            case Admin admin -> new AuditActor.Operator(admin.name(), admin.remoteAddress());
        };
    }
}
