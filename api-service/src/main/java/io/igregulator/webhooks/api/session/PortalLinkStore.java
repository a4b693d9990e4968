package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.api.account.Scope;
import io.igregulator.webhooks.api.session.Session.OfAccount;
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

/** Links into the portal as rows: their hashes, never themselves. */
@Component
@Lazy
final class PortalLinkStore {
    private static final String INSERT = """
            INSERT INTO portal_link (sha256, account_id, role, return_url, expires_at) VALUES (?, ?, ?, ?, ?)
            """;

    /** Of two visits one deletes the row, and the other finds none. */
    private static final String TAKE = """
            DELETE FROM portal_link WHERE sha256 = ? AND expires_at > ? RETURNING account_id, role, return_url
            """;

    private static final String SWEEP = """
            DELETE FROM portal_link WHERE sha256 IN (
                SELECT sha256 FROM portal_link WHERE expires_at <= ? LIMIT 100 FOR UPDATE SKIP LOCKED)
            """;

    private final JdbcClient jdbc;

    PortalLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Ticket ticket, OfAccount session, Instant end) {
        jdbc.sql(INSERT)
                .param(ticket.sha256())
                .param(session.account().value())
                .param(session.role().wireName())
                .param(session.returnUrl() == null ? null : session.returnUrl().toString())
                .param(SqlTime.of(end))
                .update();
    }

    Optional<OfAccount> take(Ticket ticket, Instant now) {
        return jdbc.sql(TAKE)
                .param(ticket.sha256())
                .param(SqlTime.of(now))
                .query(PortalLinkStore::session)
                .optional();
    }

    /** Some of those that were never followed. */
    void sweep(Instant now) {
        jdbc.sql(SWEEP).param(SqlTime.of(now)).update();
    }

    private static OfAccount session(ResultSet row, int number) throws SQLException {
        @Nullable String returnUrl = row.getString("return_url");
        return new OfAccount(
                new AccountId(Rows.uuid(row, "account_id")),
                Scope.ofWireName(row.getString("role")).orElseThrow(),
                returnUrl == null ? null : URI.create(returnUrl));
    }
}
