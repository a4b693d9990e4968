package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whether an operator was watched, by the order of transactions as the polling feed does, and since when by the audit log. */
@Component
final class ReadWatch {
    private static final String WATCH = """
            WITH span AS (
                SELECT from_tx, NULL::xid8 AS until_tx
                FROM watchlist_entry
                WHERE account_id = :account AND operator_slug = :operator
                UNION ALL
                SELECT from_tx, until_tx
                FROM watchlist_past
                WHERE account_id = :account AND operator_slug = :operator
            ), change AS (
                SELECT at, action
                FROM audit_entry
                WHERE account_id = :account AND action IN (:added, :removed) AND target = :operator
            )
            SELECT
                (SELECT count(*) > 0 FROM span) AS ever,
                EXISTS (
                    SELECT FROM span
                    WHERE from_tx <= stored.tx AND (until_tx IS NULL OR until_tx > stored.tx)
                ) AS watched,
                (SELECT max(at) FROM change WHERE action = :added AND at <= :then) AS added,
                (SELECT max(at) FROM change WHERE action = :removed AND at <= :then) AS removed,
                (SELECT min(at) FROM change WHERE action = :removed AND at > :then) AS removed_later
            FROM (SELECT CAST(CAST(:tx AS text) AS xid8) AS tx) stored
            """;

    private final JdbcClient jdbc;

    ReadWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Watch read(AccountId account, FannedOut event) {
        @Nullable String operator = event.event().operatorSlug();
        if (operator == null) {
            return Watch.NONE;
        }
        return jdbc.sql(WATCH)
                .param("account", account.value())
                .param("operator", operator)
                .param("added", AuditAction.WATCHLIST_ADDED.wireName())
                .param("removed", AuditAction.WATCHLIST_REMOVED.wireName())
                .param("then", SqlTime.of(event.at()))
                .param("tx", event.transaction())
                .query(ReadWatch::watch)
                .single();
    }

    private static Watch watch(ResultSet row, int number) throws SQLException {
        return new Watch(
                row.getBoolean("watched"),
                row.getBoolean("ever"),
                Rows.instantOrNull(row, "added"),
                Rows.instantOrNull(row, "removed"),
                Rows.instantOrNull(row, "removed_later"));
    }
}
