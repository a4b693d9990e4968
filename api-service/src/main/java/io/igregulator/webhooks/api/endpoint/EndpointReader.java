package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.time.ZoneOffset;
import java.util.List;
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
                .param(endpoint.createdAt().atOffset(ZoneOffset.UTC))
                .param(endpoint.id().value())
                .param(limit)
                .query(new EndpointRow())
                .list();
    }

    int count(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM endpoint WHERE account_id = ?")
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
