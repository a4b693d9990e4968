package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.api.account.Scope;
import io.igregulator.webhooks.api.session.Session.OfAccount;
import io.igregulator.webhooks.api.session.Session.OfOperator;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions as rows, which every process of the API serves. */
@Component
@Lazy
final class SessionStore {
    private static final String INSERT = """
            INSERT INTO console_session
                (sha256, side, token_sha256, account_id, role, return_url, created_at, seen_at, expires_at)
            VALUES (:sha256, :side, :token, :account, :role, :return_url, :now, :now, :end)
            """;

    /** As a request sees it. That it was seen is noted once a minute: a page is not a write. */
    private static final String USE = """
            WITH seen AS (
                UPDATE console_session SET seen_at = :now
                WHERE sha256 = :sha256 AND side = :side AND expires_at > :now AND seen_at > :idle
                    AND seen_at <= :minute_ago
            )
            SELECT *, expires_at > :now AND seen_at > :idle AS open
            FROM console_session
            WHERE sha256 = :sha256 AND side = :side
            """;

    private static final String SWEEP = """
            DELETE FROM console_session WHERE sha256 IN (
                SELECT sha256 FROM console_session WHERE expires_at < :before LIMIT 100 FOR UPDATE SKIP LOCKED)
            """;

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Ticket ticket, Session session, Instant now, Instant end) {
        @Nullable OfAccount visitor = session instanceof OfAccount account ? account : null;
        jdbc.sql(INSERT)
                .param("sha256", ticket.sha256())
                .param("side", session.door().wireName())
                .param("token", session instanceof OfOperator operator ? operator.tokenSha256() : null)
                .param("account", visitor == null ? null : visitor.account().value())
                .param("role", visitor == null ? null : visitor.role().wireName())
                .param(
                        "return_url",
                        visitor == null || visitor.returnUrl() == null
                                ? null
                                : visitor.returnUrl().toString())
                .param("now", SqlTime.of(now))
                .param("end", SqlTime.of(end))
                .update();
    }

    /** @param idle a session that was not seen since then has expired */
    Optional<FoundSession> use(Ticket ticket, Door door, Instant now, Instant idle) {
        return jdbc.sql(USE)
                .param("sha256", ticket.sha256())
                .param("side", door.wireName())
                .param("now", SqlTime.of(now))
                .param("idle", SqlTime.of(idle))
                .param("minute_ago", SqlTime.of(now.minusSeconds(60)))
                .query(SessionStore::found)
                .optional();
    }

    void delete(Ticket ticket, Door door) {
        jdbc.sql("DELETE FROM console_session WHERE sha256 = ? AND side = ?")
                .param(ticket.sha256())
                .param(door.wireName())
                .update();
    }

    /** Some of those that ended before a time. */
    void sweep(Instant before) {
        jdbc.sql(SWEEP).param("before", SqlTime.of(before)).update();
    }

    private static FoundSession found(ResultSet row, int number) throws SQLException {
        return new FoundSession(session(row), row.getBoolean("open"));
    }

    private static Session session(ResultSet row) throws SQLException {
        byte @Nullable [] token = row.getBytes("token_sha256");
        if (token != null) {
            return new OfOperator(token);
        }
        @Nullable String returnUrl = row.getString("return_url");
        return new OfAccount(
                new AccountId(Rows.uuid(row, "account_id")),
                Scope.ofWireName(row.getString("role")).orElseThrow(),
                returnUrl == null ? null : URI.create(returnUrl));
    }
}
