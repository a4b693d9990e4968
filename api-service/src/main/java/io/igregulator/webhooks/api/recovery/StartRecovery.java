package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.error.ResendRefused;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.RecoveryId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a recovery down; from then on it is certain to be done, after those of the same endpoint before it. */
@Component
final class StartRecovery {
    private static final int MAX_UNFINISHED = 10;
    // A transaction below xmax may have ended, one from there on has not begun.
    private static final String INSERT = """
            INSERT INTO recovery (id, endpoint_id, since, until, position_created_at, next_step_at, created_at, what,
                dry_run, missed_below, missed_stored_at, missed_tx, missed_event)
            VALUES (:id, :endpoint, :since, :until, :since, :now, :now, :what, :dryRun,
                pg_snapshot_xmax(pg_current_snapshot()),
                CASE WHEN :missedAlone THEN CAST(:since AS timestamptz) END,
                CASE WHEN :missedAlone THEN CAST('0' AS xid8) END,
                CASE WHEN :missedAlone THEN CAST('00000000-0000-0000-0000-000000000000' AS uuid) END)
            """;

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

    RecoveryView start(Caller caller, EndpointId endpoint, RecoveryRequest request, Instant now) {
        return transaction.execute(status -> {
            // Locked, so that what is counted stays counted.
            endpoints.lock(caller.account(), endpoint);
            if (reader.unfinished(endpoint) >= MAX_UNFINISHED) {
                throw ResendRefused.tooManyRecoveries(MAX_UNFINISHED);
            }
            RecoveryId id = insert(endpoint, request, now);
            if (!request.dryRun()) {
                audit.write(caller, AuditAction.RECOVERY_STARTED, endpoint, changes(id, request));
            }
            return reader.get(endpoint, id);
        });
    }

    private static AuditChanges changes(RecoveryId id, RecoveryRequest request) {
        return AuditChanges.none()
                .set("recovery", id.toString())
                .set("since", request.span().since().toString())
                .set("until", request.span().until().toString())
                .set("what", String.join(", ", request.names()));
    }

    private RecoveryId insert(EndpointId endpoint, RecoveryRequest request, Instant now) {
        RecoveryId id = new RecoveryId(UUID.randomUUID());
        jdbc.sql(INSERT)
                .param("id", id.value())
                .param("endpoint", endpoint.value())
                .param("since", SqlTime.of(request.span().since()))
                .param("until", SqlTime.of(request.span().until()))
                .param("now", SqlTime.of(now))
                .param("what", Columns.of("text", request.names()))
                .param("dryRun", request.dryRun())
                .param("missedAlone", request.missedAlone())
                .update();
        return id;
    }
}
