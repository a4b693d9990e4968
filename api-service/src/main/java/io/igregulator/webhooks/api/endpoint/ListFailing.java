package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the endpoints of all accounts that fail, are held by their circuit, or were made inactive because of their receiver.
 * A page reads each endpoint's row and figures once, and what waits for those that it shows. An index would cost more: it
 * would change with the outcomes of an endpoint that fails now and then.
 */
@Component
final class ListFailing {
    private static final String FAILING = """
            SELECT f.*, account.name AS account_name
            FROM (SELECT e.id, e.account_id, e.url, e.inactive_reason, e.stopped_at, %s AS state, %s AS since FROM %s) f
            JOIN account ON account.id = f.account_id
            WHERE (f.state IN ('failing', 'held') OR f.state = 'stopped' AND f.stopped_at IS NULL)
                AND (coalesce(f.since, 'epoch'), f.id) < (:since, :id)
            ORDER BY coalesce(f.since, 'epoch') DESC, f.id DESC
            LIMIT :limit
            """.formatted(StateColumns.STATE, StateColumns.SINCE, StateColumns.FROM);

    private final JdbcClient jdbc;
    private final HealthReader health;

    ListFailing(JdbcClient jdbc, HealthReader health) {
        this.jdbc = jdbc;
        this.health = health;
    }

    FailingPage page(EndpointPosition after, int limit) {
        List<FailingEndpoint> found = jdbc.sql(FAILING)
                .param("since", SqlTime.of(after.at()))
                .param("id", after.id().value())
                .param("limit", Page.rows(limit))
                .query(ListFailing::endpoint)
                .list();
        Page<FailingEndpoint> page = Page.of(found, limit);
        Map<EndpointId, EndpointHealth> healths =
                health.of(page.shown().stream().map(FailingEndpoint::id).toList());
        return new FailingPage(
                page.shown().stream()
                        .map(endpoint -> FailingPage.FailingView.of(
                                endpoint, healths.getOrDefault(endpoint.id(), EndpointHealth.NEW)))
                        .toList(),
                page.nextCursor(last -> last.position().cursor()));
    }

    private static FailingEndpoint endpoint(ResultSet row, int number) throws SQLException {
        return new FailingEndpoint(
                new EndpointId(Rows.uuid(row, "id")),
                new AccountId(Rows.uuid(row, "account_id")),
                row.getString("account_name"),
                URI.create(row.getString("url")),
                StateColumns.state(row),
                row.getString("inactive_reason"),
                Rows.instantOrNull(row, "since"));
    }
}
