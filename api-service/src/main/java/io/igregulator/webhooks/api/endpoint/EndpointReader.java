package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Reads endpoints, always as one account sees them: the id of another account's is as unknown as any. */
@Component
public final class EndpointReader {
    private static final String SELECT = """
            SELECT endpoint.*, activity.last_delivered_at, activity.last_delivery_status,
                   coalesce(activity.failure_count, 0) AS failure_count
            FROM endpoint LEFT JOIN endpoint_activity activity ON activity.endpoint_id = endpoint.id
            WHERE endpoint.account_id = :account
            """;

    private static final String FOR_NOTICES =
            "SELECT account_id, url FROM endpoint WHERE for_notices AND account_id = ANY (?)";

    private static final String AFTER = "AND (endpoint.created_at, endpoint.id) > (:createdAt, :id) ";
    private static final String ACTIVE = "AND endpoint.active = :active ";
    private static final String SUBSCRIBED = "AND endpoint.events && :patterns ";
    private static final String NAMED = """
            AND (position(lower(:text) IN lower(endpoint.name)) > 0 OR position(lower(:text) IN lower(endpoint.url)) > 0)
            """;
    private static final String OLDEST_FIRST = "ORDER BY endpoint.created_at, endpoint.id LIMIT :limit";

    private final JdbcClient jdbc;

    EndpointReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound unless the account has it */
    public Endpoint get(AccountId account, EndpointId id) {
        return find(SELECT + "AND endpoint.id = :id", account, id).orElseThrow(NotFound::webhook);
    }

    /**
     * Every writer passes here first, so that changes of one endpoint reach the outbox in the order of their versions.
     *
     * @throws NotFound unless the account has it
     */
    public Endpoint lock(AccountId account, EndpointId id) {
        return find(SELECT + "AND endpoint.id = :id FOR NO KEY UPDATE OF endpoint", account, id)
                .orElseThrow(NotFound::webhook);
    }

    /**
     * Keeps it from being deleted until the transaction ends, and nothing else from happening to it.
     *
     * @throws NotFound unless the account has it
     */
    public Endpoint keep(AccountId account, EndpointId id) {
        return find(SELECT + "AND endpoint.id = :id FOR KEY SHARE OF endpoint", account, id)
                .orElseThrow(NotFound::webhook);
    }

    /** Those of these accounts that have one. */
    Map<AccountId, URI> urlsForNotices(Collection<AccountId> accounts) {
        Map<AccountId, URI> urls = new HashMap<>();
        jdbc.sql(FOR_NOTICES)
                .param(Columns.of("uuid", accounts, AccountId::value))
                .query(row -> {
                    urls.put(new AccountId(Rows.uuid(row, "account_id")), URI.create(row.getString("url")));
                });
        return urls;
    }

    Optional<Endpoint> lockForNotices(AccountId account) {
        return jdbc.sql(SELECT + "AND endpoint.for_notices FOR NO KEY UPDATE OF endpoint")
                .param("account", account.value())
                .query(new EndpointRow())
                .optional();
    }

    /**
     * Oldest first. Only the conditions that are asked for are part of the statement, so that a listing of all costs no more
     * than its page.
     *
     * @param after null for the oldest
     */
    List<Endpoint> list(AccountId account, EndpointFilter filter, @Nullable EndpointPosition after, int limit) {
        String sql = SELECT
                + (filter.active() == null ? "" : ACTIVE)
                + (filter.event() == null ? "" : SUBSCRIBED)
                + (filter.text() == null ? "" : NAMED)
                + (after == null ? "" : AFTER)
                + OLDEST_FIRST;
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("active", filter.active())
                .param("patterns", filter.event() == null ? null : patterns(filter.event()))
                .param("text", filter.text())
                .param("createdAt", after == null ? null : SqlTime.of(after.at()))
                .param("id", after == null ? null : after.id().value())
                .param("limit", limit)
                .query(new EndpointRow())
                .list();
    }

    private static SqlArrayValue patterns(EventType type) {
        return Columns.of("text", EventPattern.covering(type));
    }

    /** Those that its plan counts. */
    int count(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM endpoint WHERE account_id = ? AND NOT for_notices")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    private Optional<Endpoint> find(String sql, AccountId account, EndpointId id) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("id", id.value())
                .query(new EndpointRow())
                .optional();
    }
}
