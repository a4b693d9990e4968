package io.igregulator.webhooks.api.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries newest first, each page by the index from where the one before it ended. */
@Component
final class AuditReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    AuditReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AuditPage read(AuditQuery query) {
        // One more than asked for tells whether there is a next page.
        List<AuditEntry> found = jdbc.sql("SELECT * FROM audit_entry WHERE id < :after"
                        + (query.account() == null ? "" : " AND account_id = :account")
                        + (query.action() == null ? "" : " AND action = :action")
                        + " ORDER BY id DESC LIMIT :limit")
                .param("after", query.after().id())
                .param(
                        "account",
                        query.account() == null ? null : query.account().value())
                .param("action", query.action() == null ? null : query.action().wireName())
                .param("limit", query.limit() + 1)
                .query(AuditReader::entry)
                .list();
        if (found.size() <= query.limit()) {
            return new AuditPage(found, null);
        }
        List<AuditEntry> page = found.subList(0, query.limit());
        return new AuditPage(page, page.getLast().id());
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account_id"),
                new AuditEntry.Actor(row.getString("actor"), row.getString("key_id"), row.getString("remote_address")),
                row.getString("action"),
                row.getString("target"),
                JSON.readTree(row.getString("changes")));
    }
}
