package io.igregulator.webhooks.api.find;

import io.igregulator.webhooks.api.account.AccountPosition;
import io.igregulator.webhooks.api.account.FindAccounts;
import io.igregulator.webhooks.api.account.Reach;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds things by what a person knows of them, within that person's reach. */
@Component
@Lazy
public final class FindAnything {
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** More than a person reads: typing more is faster. */
    private static final int MOST = 20;

    private static final String DELIVERY = """
            SELECT e.account_id, d.endpoint_id
            FROM delivery d JOIN endpoint e ON e.id = d.endpoint_id
            WHERE d.id = :id AND (CAST(:account AS uuid) IS NULL OR e.account_id = :account)
            """;
    private static final String ENDPOINT = """
            SELECT e.id, e.url, a.id AS account_id, a.name
            FROM endpoint e JOIN account a ON a.id = e.account_id
            WHERE e.id = :id AND (CAST(:account AS uuid) IS NULL OR e.account_id = :account)
            """;
    private static final String KEY = """
            SELECT account_id FROM api_key
            WHERE id = :id AND (CAST(:account AS uuid) IS NULL OR account_id = :account)
            """;

    /** Reads the endpoints in reach, of which there are thousands and not millions; no index serves a part of a text. */
    private static final String BY_URL = """
            SELECT e.id, e.url, a.id AS account_id, a.name
            FROM endpoint e JOIN account a ON a.id = e.account_id
            WHERE (CAST(:account AS uuid) IS NULL OR e.account_id = :account) AND strpos(lower(e.url), :text) > 0
            ORDER BY e.url, e.id
            LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final FindAccounts accounts;

    FindAnything(JdbcClient jdbc, FindAccounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    public List<Hit> find(Reach reach, String text) {
        Optional<EventId> event = event(text);
        if (event.isPresent()) {
            return List.of(new Hit.OfEvent(event.get()));
        }
        return UUID_SHAPE.matcher(text).matches() ? byId(reach, UUID.fromString(text)) : byText(reach, text);
    }

    private static Optional<EventId> event(String text) {
        try {
            return Optional.of(EventId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Hit> byId(Reach reach, UUID id) {
        List<Hit> found = new ArrayList<>(query(DELIVERY, reach, id)
                .query((row, number) -> (Hit) new Hit.OfDelivery(
                        new AccountId(Rows.uuid(row, "account_id")),
                        new EndpointId(Rows.uuid(row, "endpoint_id")),
                        new DeliveryId(id)))
                .list());
        found.addAll(query(ENDPOINT, reach, id).query(FindAnything::endpoint).list());
        found.addAll(query(KEY, reach, id)
                .query((row, number) -> new Hit.OfKey(new AccountId(Rows.uuid(row, "account_id"))))
                .list());
        if (reach.account().isEmpty()) {
            accounts.byId(new AccountId(id))
                    .forEach(account -> found.add(new Hit.OfAccount(account.id(), account.name())));
        }
        return found;
    }

    private JdbcClient.StatementSpec query(String sql, Reach reach, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("account", reach.account().map(AccountId::value).orElse(null));
    }

    private List<Hit> byText(Reach reach, String text) {
        List<Hit> found = new ArrayList<>();
        if (reach.account().isEmpty()) {
            accounts.byName(text, AccountPosition.START, MOST)
                    .forEach(account -> found.add(new Hit.OfAccount(account.id(), account.name())));
        }
        found.addAll(jdbc.sql(BY_URL)
                .param("account", reach.account().map(AccountId::value).orElse(null))
                .param("text", text.toLowerCase(Locale.ROOT))
                .param("limit", MOST)
                .query(FindAnything::endpoint)
                .list());
        return found;
    }

    private static Hit endpoint(ResultSet row, int number) throws SQLException {
        return new Hit.OfEndpoint(
                new AccountId(Rows.uuid(row, "account_id")),
                row.getString("name"),
                new EndpointId(Rows.uuid(row, "id")),
                row.getString("url"));
    }
}
