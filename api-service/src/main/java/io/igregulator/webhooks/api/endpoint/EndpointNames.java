package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Reach;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people know endpoints by, where only their ids are at hand. */
@Component
@Lazy
public final class EndpointNames {
    private static final String NAMES = """
            SELECT e.id, e.url, e.account_id, a.name
            FROM endpoint e JOIN account a ON a.id = e.account_id
            WHERE e.id = ANY (:ids) AND (CAST(:account AS uuid) IS NULL OR e.account_id = :account)
            """;

    private final JdbcClient jdbc;

    EndpointNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that there are, as far as the reader sees. */
    public Map<EndpointId, EndpointName> of(Reach reach, Collection<EndpointId> endpoints) {
        Map<EndpointId, EndpointName> names = new HashMap<>();
        jdbc.sql(NAMES)
                .param("ids", Columns.of("uuid", endpoints, EndpointId::value))
                .param("account", reach.account().map(AccountId::value).orElse(null))
                .query(row -> {
                    names.put(
                            new EndpointId(Rows.uuid(row, "id")),
                            new EndpointName(
                                    URI.create(row.getString("url")),
                                    new AccountId(Rows.uuid(row, "account_id")),
                                    row.getString("name")));
                });
        return names;
    }

    /** An endpoint's URL and its owner. */
    public record EndpointName(URI url, AccountId account, String accountName) {}
}
