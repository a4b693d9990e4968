package io.igregulator.webhooks.api.audit;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.Actor.KeyHolder;
import io.igregulator.webhooks.api.account.Actor.PlatformOperator;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.id.AccountId;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes one entry a change, within the change's own transaction: neither is there without the other. */
@Component
public final class AuditLog {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    AuditLog(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
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
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit entry belongs into the transaction of its change");
        }
        jdbc.sql("""
                        INSERT INTO audit_entry (at, account_id, actor, key_id, remote_address, action, target, changes)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(account == null ? null : account.value())
                .param(nameOf(actor))
                .param(keyOf(actor))
                .param(actor.remoteAddress())
                .param(action.wireName())
                .param(target.toString())
                .param(changes.toJson())
                .update();
    }

    private static String nameOf(Actor actor) {
        return switch (actor) {
            case KeyHolder _ -> "api_key";
            case PlatformOperator _ -> "operator";
        };
    }

    private static @Nullable UUID keyOf(Actor actor) {
        return switch (actor) {
            case KeyHolder holder -> holder.key().value();
            case PlatformOperator _ -> null;
        };
    }
}
