package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks all endpoints of an account as suspended, or takes the mark away, within the transaction of the caller, who has
 * locked the account: no endpoint is made in between.
 */
@Component
public final class SuspendDeliveries {
    private static final String LOCK = "SELECT id FROM endpoint WHERE account_id = ? ORDER BY id FOR NO KEY UPDATE";
    private static final String MARK = """
            UPDATE endpoint SET suspended_at = ?, version = version + 1 WHERE account_id = ?
            RETURNING id, version
            """;
    private static final String WAKE = """
            UPDATE endpoint_queue q SET next_due_at = now()
            FROM endpoint e
            WHERE e.account_id = ? AND e.active AND q.endpoint_id = e.id
            """;

    private final JdbcClient jdbc;
    private final EndpointAnnouncer announcer;

    SuspendDeliveries(JdbcClient jdbc, EndpointAnnouncer announcer) {
        this.jdbc = jdbc;
        this.announcer = announcer;
    }

    /** @param since null to take the mark away */
    public void since(AccountId account, @Nullable Instant since) {
        jdbc.sql(LOCK).param(account.value()).query((row, number) -> "").list();
        List<EndpointChange> changes = jdbc.sql(MARK)
                .param(since == null ? null : SqlTime.of(since))
                .param(account.value())
                .query((row, number) ->
                        new EndpointChange(new EndpointId(Rows.uuid(row, "id")), Kind.UPDATED, row.getLong("version")))
                .list();
        if (since == null) {
            jdbc.sql(WAKE).param(account.value()).update();
        }
        announcer.announce(changes);
    }
}
