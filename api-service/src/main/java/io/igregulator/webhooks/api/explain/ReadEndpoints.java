package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.event.RecipientTerms;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads an account's endpoints with their past, those included that were deleted, by id. */
@Component
final class ReadEndpoints {
    /** An endpoint deleted earlier than this before an event is not an answer to where the event is. */
    private static final Duration DELETED_BEFORE = Duration.ofDays(30);

    private static final String ENDPOINTS = """
            SELECT id, events, active, watchlist_only, created_at, NULL::timestamptz AS deleted_at
            FROM endpoint
            WHERE account_id = :account AND id > :after
            UNION ALL
            SELECT CAST(deleted.target AS uuid), NULL, NULL, NULL, NULL, deleted.at
            FROM (
                SELECT target, at
                FROM audit_entry
                WHERE account_id = :account AND action = :deletion AND at > :since
                    AND target COLLATE "C" > CAST(CAST(:after AS uuid) AS text)
                OFFSET 0
            ) AS deleted
            ORDER BY id
            LIMIT :limit
            """;
    private static final String CHANGES = """
            SELECT target, at, changes
            FROM audit_entry
            WHERE account_id = :account AND action = :update AND target = ANY (:targets)
                AND jsonb_exists_any(changes, ARRAY['events', 'active', 'watchlist_only'])
            ORDER BY id DESC
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ReadEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            EndpointId id,
            @Nullable RecipientTerms terms,
            @Nullable Instant createdAt,
            @Nullable Instant deletedAt) {}

    /** @param after the last that was read before */
    List<AccountEndpoint> read(AccountId account, Instant then, UUID after, int limit) {
        List<Row> rows = jdbc.sql(ENDPOINTS)
                .param("account", account.value())
                .param("after", after)
                .param("deletion", AuditAction.ENDPOINT_DELETED.wireName())
                .param("since", SqlTime.of(then.minus(DELETED_BEFORE)))
                .param("limit", limit)
                .query(ReadEndpoints::row)
                .list();
        Map<String, List<SettingsChange>> changes = changes(account, rows);
        return rows.stream()
                .map(row -> endpoint(row, changes.getOrDefault(row.id().toString(), List.of())))
                .toList();
    }

    private Map<String, List<SettingsChange>> changes(AccountId account, List<Row> rows) {
        Map<String, List<SettingsChange>> changes = new HashMap<>();
        jdbc.sql(CHANGES)
                .param("account", account.value())
                .param("update", AuditAction.ENDPOINT_UPDATED.wireName())
                .param("targets", Columns.of("text", rows, row -> row.id().toString()))
                .query(row -> {
                    changes.computeIfAbsent(row.getString("target"), target -> new ArrayList<>())
                            .add(new SettingsChange(Rows.instant(row, "at"), JSON.readTree(row.getString("changes"))));
                });
        return changes;
    }

    private static AccountEndpoint endpoint(Row row, List<SettingsChange> newestFirst) {
        if (row.deletedAt() != null) {
            return AccountEndpoint.deleted(row.id(), row.deletedAt());
        }
        EndpointPast past = EndpointPast.rolledBack(
                row.id(), Objects.requireNonNull(row.createdAt()), Objects.requireNonNull(row.terms()), newestFirst);
        return new AccountEndpoint(row.id(), past, null);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        EndpointId id = new EndpointId(Rows.uuid(row, "id"));
        @Nullable Instant deletedAt = Rows.instantOrNull(row, "deleted_at");
        return deletedAt == null
                ? new Row(id, terms(row), Rows.instant(row, "created_at"), null)
                : new Row(id, null, null, deletedAt);
    }

    private static RecipientTerms terms(ResultSet row) throws SQLException {
        return new RecipientTerms(
                Set.copyOf(List.of((String[]) row.getArray("events").getArray())),
                row.getBoolean("active"),
                row.getBoolean("watchlist_only"));
    }
}
