package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the endpoints that a listing over an account covers: those that are named, or all of them if they are not too many. */
@Component
final class ChooseEndpoints {
    static final String WEBHOOK = "webhook";

    /** Each adds ranges to the search of each page. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    ChooseEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws NotFound if one that is named is not the account's
     * @throws InvalidRequest if there are too many, or a name is not an id
     */
    List<EndpointId> of(AccountId account, QueryParameters parameters) {
        List<String> named = parameters.several(WEBHOOK);
        return named.isEmpty() ? all(account) : named(account, named);
    }

    private List<EndpointId> all(AccountId account) {
        List<EndpointId> all = jdbc.sql("SELECT id FROM endpoint WHERE account_id = ? ORDER BY created_at, id LIMIT ?")
                .param(account.value())
                .param(MOST + 1)
                .query(ChooseEndpoints::id)
                .list();
        if (all.size() > MOST) {
            throw tooMany("the account has more than " + MOST + " webhooks");
        }
        return all;
    }

    private List<EndpointId> named(AccountId account, List<String> texts) {
        Set<EndpointId> ids = new LinkedHashSet<>();
        texts.forEach(text -> ids.add(parse(text)));
        if (ids.size() > MOST) {
            throw tooMany("'" + WEBHOOK + "' names more than " + MOST + " webhooks");
        }
        List<EndpointId> known = jdbc.sql("SELECT id FROM endpoint WHERE account_id = ? AND id = ANY (?)")
                .param(account.value())
                .param(Columns.of("uuid", ids, EndpointId::value))
                .query(ChooseEndpoints::id)
                .list();
        if (known.size() < ids.size()) {
            throw NotFound.webhook();
        }
        return known;
    }

    private static InvalidRequest tooMany(String summary) {
        return InvalidRequest.field(WEBHOOK, summary, "name at most " + MOST + " of them in each request");
    }

    private static EndpointId parse(String text) {
        try {
            return EndpointId.parse(text);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.field(WEBHOOK, "'" + WEBHOOK + "' is not a UUID", "several have a comma between them");
        }
    }

    private static EndpointId id(ResultSet row, int number) throws SQLException {
        return new EndpointId(Rows.uuid(row, "id"));
    }
}
