package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.NotFound;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads endpoints, always as one account sees them: the id of another account's is as unknown as any. */
@Component
public final class EndpointReader {
    private static final String SELECT = """
            SELECT endpoint.*, activity.last_delivered_at, activity.last_delivery_status,
                   coalesce(activity.failure_count, 0) AS failure_count
            FROM endpoint LEFT JOIN endpoint_activity activity ON activity.endpoint_id = endpoint.id
            WHERE endpoint.account_id = ?
            """;

    private static final String FOR_NOTICES =
            "SELECT account_id, url FROM endpoint WHERE for_notices AND account_id = ANY (?)";

    private static final String OLDEST_FIRST = "ORDER BY endpoint.created_at, endpoint.id LIMIT ?";

    private final JdbcClient jdbc;

    EndpointReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound unless the account has it */
    public Endpoint get(AccountId account, EndpointId id) {
        return find(SELECT + "AND endpoint.id = ?", account, id).orElseThrow(NotFound::webhook);
    }

    /**
     * Every writer passes here first, so that changes of one endpoint reach the outbox in the order of their versions.
     *
     * @throws NotFound unless the account has it
     */
    public Endpoint lock(AccountId account, EndpointId id) {
        return find(SELECT + "AND endpoint.id = ? FOR NO KEY UPDATE OF endpoint", account, id)
                .orElseThrow(NotFound::webhook);
    }

    /**
     * Keeps it from being deleted until the transaction ends, and nothing else from happening to it.
     *
     * @throws NotFound unless the account has it
     */
    public Endpoint keep(AccountId account, EndpointId id) {
        return find(SELECT + "AND endpoint.id = ? FOR KEY SHARE OF endpoint", account, id)
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
                .param(account.value())
                .query(new EndpointRow())
                .optional();
    }

    /** The oldest of an account, oldest first. */
    List<Endpoint> first(AccountId account, int limit) {
        return jdbc.sql(SELECT + OLDEST_FIRST)
                .param(account.value())
                .param(limit)
                .query(new EndpointRow())
                .list();
    }

    /** Those that follow one, oldest first. */
    List<Endpoint> after(Endpoint endpoint, AccountId account, int limit) {
        return jdbc.sql(SELECT + "AND (endpoint.created_at, endpoint.id) > (?, ?) " + OLDEST_FIRST)
                .param(account.value())
                .param(SqlTime.of(endpoint.createdAt()))
                .param(endpoint.id().value())
                .param(limit)
                .query(new EndpointRow())
                .list();
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
                .param(account.value())
                .param(id.value())
                .query(new EndpointRow())
                .optional();
    }
}
