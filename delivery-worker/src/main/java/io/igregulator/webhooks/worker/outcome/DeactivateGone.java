package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.outbox.OutboxMessage;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import io.igregulator.webhooks.worker.retry.RetryDecision.Gone;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A receiver that answered 410 wants no more: its endpoint becomes inactive, everybody hears of it, the audit log too. */
final class DeactivateGone {
    private final JdbcClient jdbc;
    private final OutboxWriter outbox;

    DeactivateGone(JdbcClient jdbc, OutboxWriter outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void write(List<Outcome> batch) {
        Map<EndpointId, Attempted> first = new TreeMap<>();
        for (Outcome outcome : batch) {
            if (outcome instanceof Attempted attempted && attempted.decision() instanceof Gone) {
                first.putIfAbsent(outcome.delivery().endpoint(), attempted);
            }
        }
        first.forEach(this::deactivate);
    }

    private void deactivate(EndpointId endpoint, Attempted gone) {
        jdbc.sql("""
                        WITH deactivated AS (
                            UPDATE endpoint SET active = false, version = version + 1
                            WHERE id = ? AND active
                            RETURNING id, account_id, version
                        ), audited AS (
                            INSERT INTO audit_entry (at, account_id, actor, action, target, changes)
                            SELECT ?, account_id, 'worker', 'endpoint.updated', id::text,
                                '{"active": {"from": true, "to": false}, "http_status": {"to": 410}}'::jsonb
                            FROM deactivated
                        )
                        SELECT version FROM deactivated
                        """)
                .param(endpoint.value())
                .param(gone.end().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .map(version -> new EndpointChange(endpoint, EndpointChange.Kind.UPDATED, version))
                .map(change -> new OutboxMessage(Topics.ENDPOINT_CHANGES, endpoint.toString(), change.toJson()))
                .ifPresent(outbox::write);
    }
}
