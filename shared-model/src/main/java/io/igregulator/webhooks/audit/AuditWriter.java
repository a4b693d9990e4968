package io.igregulator.webhooks.audit;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.KeyId;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes one entry per change, within the change's own transaction: neither is there without the other. */
public final class AuditWriter {
    private static final String INSERT = """
            INSERT INTO audit_entry
                (at, account_id, actor, key_id, operator_name, remote_address, action, target, changes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private final JdbcClient jdbc;

    public AuditWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param account the one whose things were changed; null where no single account is concerned
     * @param target what was changed: an id or a slug
     */
    public void write(
            Instant at,
            AuditActor actor,
            AuditAction action,
            @Nullable AccountId account,
            Object target,
            AuditChanges changes) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "an audit entry must be written in the transaction of the change it records");
        }
        KeyId key = actor.key();
        jdbc.sql(INSERT)
                .param(SqlTime.of(at))
                .param(account == null ? null : account.value())
                .param(actor.wireName())
                .param(key == null ? null : key.value())
                .param(actor.operatorName())
                .param(actor.remoteAddress())
                .param(action.wireName())
                .param(target.toString())
                .param(changes.toJson())
                .update();
    }
}
