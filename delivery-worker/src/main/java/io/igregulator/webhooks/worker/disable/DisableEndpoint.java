package io.igregulator.webhooks.worker.disable;

import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditActor;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.audit.AuditWriter;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.outbox.OutboxMessage;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.notice.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes an endpoint inactive within the caller's transaction, together with its audit entry, the message to all workers and
 * the notice to its owner. Only the transaction that changes the row announces it.
 */
public final class DisableEndpoint {
    private static final String DISABLE = """
            UPDATE endpoint
            SET active = false, inactive_reason = ?, inactive_since = ?, version = version + 1
            WHERE id = ? AND active
            RETURNING account_id, version, url,
                (SELECT failing_since FROM endpoint_activity WHERE endpoint_id = id) AS failing_since,
                (SELECT last_delivered_at FROM endpoint_activity WHERE endpoint_id = id) AS last_delivered_at
            """;

    private final JdbcClient jdbc;
    private final AuditWriter audit;
    private final OutboxWriter outbox;
    private final RandomGenerator random;

    public DisableEndpoint(JdbcClient jdbc, AuditWriter audit, OutboxWriter outbox, RandomGenerator random) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.outbox = outbox;
        this.random = random;
    }

    /**
     * @param more what the audit entry has beside the change itself
     * @return false for an endpoint that is inactive or deleted, with which nothing happens
     */
    public boolean disable(EndpointId endpoint, DisableReason reason, Instant at, AuditChanges more) {
        return jdbc.sql(DISABLE)
                .param(reason.wireName())
                .param(SqlTime.of(at))
                .param(endpoint.value())
                .query((row, number) -> disabled(row, at))
                .optional()
                .map(disabled -> record(endpoint, disabled, reason, at, more))
                .isPresent();
    }

    private static Disabled disabled(ResultSet row, Instant at) throws SQLException {
        @Nullable Instant failingSince = Rows.instantOrNull(row, "failing_since");
        return new Disabled(
                new AccountId(Rows.uuid(row, "account_id")),
                row.getLong("version"),
                row.getString("url"),
                // The attempt that brought it about may be the first that failed; its figures are not written yet.
                failingSince == null ? at : failingSince,
                Rows.instantOrNull(row, "last_delivered_at"));
    }

    private Disabled record(
            EndpointId endpoint, Disabled disabled, DisableReason reason, Instant at, AuditChanges more) {
        audit.write(
                at,
                new AuditActor.Worker(),
                AuditAction.ENDPOINT_UPDATED,
                disabled.account(),
                endpoint,
                more.changed("active", true, false).set("inactive_reason", reason.wireName()));
        EndpointChange change = new EndpointChange(endpoint, EndpointChange.Kind.UPDATED, disabled.version());
        outbox.write(List.of(
                new OutboxMessage(Topics.ENDPOINT_CHANGES, endpoint.toString(), change.toJson()),
                notice(endpoint, disabled, reason, at).message()));
        return disabled;
    }

    private Notice notice(EndpointId endpoint, Disabled disabled, DisableReason reason, Instant at) {
        Notice notice =
                new Notice(EventType.ENDPOINT_DISABLED, EventId.create(at, random), at, endpoint, disabled.url());
        @Nullable Instant delivered = disabled.lastDeliveredAt();
        notice.data()
                .put("reason", reason.wireName())
                .put("inactive_since", Notice.time(at))
                .put("failing_since", Notice.time(disabled.failingSince()))
                .put("last_delivered_at", delivered == null ? null : Notice.time(delivered));
        return notice;
    }
}
