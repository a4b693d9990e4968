package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditAction;
import io.igregulator.webhooks.api.audit.AuditChanges;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.error.ResendRefused;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.RecoveryId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a recovery down; from then on it is certain to be done, after those of the same endpoint before it. */
@Component
final class StartRecovery {
    private static final int MAX_UNFINISHED = 10;

    private final TransactionOperations transaction;
    private final EndpointReader endpoints;
    private final RecoveryReader reader;
    private final JdbcClient jdbc;
    private final AuditLog audit;

    StartRecovery(
            TransactionOperations transaction,
            EndpointReader endpoints,
            RecoveryReader reader,
            JdbcClient jdbc,
            AuditLog audit) {
        this.transaction = transaction;
        this.endpoints = endpoints;
        this.reader = reader;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    RecoveryView start(Caller caller, EndpointId endpoint, RecoverySpan span, Instant now) {
        return transaction.execute(status -> {
            // Locked, so that what is counted stays counted.
            endpoints.lock(caller.account(), endpoint);
            if (reader.unfinished(endpoint) >= MAX_UNFINISHED) {
                throw ResendRefused.tooManyRecoveries(MAX_UNFINISHED);
            }
            RecoveryId id = insert(endpoint, span, now);
            audit.write(caller, AuditAction.RECOVERY_STARTED, endpoint, told(id, span));
            return reader.get(endpoint, id);
        });
    }

    private static AuditChanges told(RecoveryId id, RecoverySpan span) {
        return AuditChanges.none()
                .set("recovery", id.toString())
                .set("since", span.since().toString())
                .set("until", span.until().toString());
    }

    private RecoveryId insert(EndpointId endpoint, RecoverySpan span, Instant now) {
        RecoveryId id = new RecoveryId(UUID.randomUUID());
        jdbc.sql("""
                        INSERT INTO recovery (id, endpoint_id, since, until, position_created_at, next_step_at, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id.value())
                .param(endpoint.value())
                .param(span.since().atOffset(ZoneOffset.UTC))
                .param(span.until().atOffset(ZoneOffset.UTC))
                .param(span.since().atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
