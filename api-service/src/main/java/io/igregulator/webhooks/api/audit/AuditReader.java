package io.igregulator.webhooks.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries newest first, each page by the index from where the one before it ended. */
@Component
public final class AuditReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    AuditReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public AuditPage read(AuditQuery query) {
        List<AuditEntry> found = jdbc.sql("SELECT * FROM audit_entry WHERE id < :after"
                        + (query.reach().account().isEmpty() ? "" : " AND account_id = :account")
                        + (query.action() == null ? "" : " AND action = :action")
                        + (query.target() == null ? "" : " AND target = :target")
                        + (query.key() == null ? "" : " AND key_id = :key")
                        + (query.span().since() == null ? "" : " AND at >= :since")
                        + (query.span().until() == null ? "" : " AND at < :until")
                        + " ORDER BY id DESC LIMIT :limit")
                .param("after", query.after().id())
                .param("account", query.reach().account().map(AccountId::value).orElse(null))
                .param("action", query.action() == null ? null : query.action().wireName())
                .param("target", query.target())
                .param("key", query.key() == null ? null : query.key().value())
                .param(
                        "since",
                        query.span().since() == null
                                ? null
                                : SqlTime.of(query.span().since()))
                .param(
                        "until",
                        query.span().until() == null
                                ? null
                                : SqlTime.of(query.span().until()))
                .param("limit", Page.rows(query.limit()))
                .query(AuditReader::entry)
                .list();
        Page<AuditEntry> page = Page.of(found, query.limit());
        return new AuditPage(page.shown(), page.nextCursor(AuditEntry::id));
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getString("id"),
                Rows.instant(row, "at"),
                row.getString("account_id"),
                new AuditEntry.Actor(
                        row.getString("actor"),
                        row.getString("key_id"),
                        row.getString("operator_name"),
                        row.getString("remote_address")),
                row.getString("action"),
                row.getString("target"),
                JSON.readTree(row.getString("changes")));
    }

    /**
     * Some entries, newest first.
     *
     * @param nextCursor null on the last page
     */
    public record AuditPage(
            List<AuditEntry> entries, @Nullable String nextCursor) {}

    /**
     * One change, as the operator reads it.
     *
     * @param accountId null where no single account is concerned
     * @param target what was changed: an id or a slug
     * @param changes field to {@code from} and {@code to}; a field whose values are not recorded has neither
     */
    public record AuditEntry(
            String id,
            Instant at,
            @Nullable String accountId,
            Actor actor,
            String action,
            String target,
            JsonNode changes) {
        /**
         * Who made it.
         *
         * @param type {@code api_key}, {@code operator}, {@code portal} or {@code worker}
         * @param keyId which key, where it was one
         * @param name of the operator's token, present where it has one
         * @param remoteAddress null for a worker, which acts without a call
         */
        public record Actor(
                String type,
                @Nullable String keyId,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                String name,

                @Nullable String remoteAddress) {}
    }
}
