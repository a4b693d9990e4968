package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.delivery.DeliveriesOfEvent;
import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.event.EventType.Audience;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether an account may read an event, which for all others does not exist. It may read what is for every account, a notice
 * about an endpoint of its own, and an event of an operator that it watches or watched, that one of its endpoints
 * subscribes to, or that one of them was sent.
 */
@Component
final class MayRead {
    private static final String SUBSCRIBED = """
            SELECT EXISTS (SELECT FROM endpoint WHERE account_id = ? AND events && ?)
            """;

    private final JdbcClient jdbc;
    private final DeliveriesOfEvent deliveries;

    MayRead(JdbcClient jdbc, DeliveriesOfEvent deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    /** @param event whose place was found among what may concern the account */
    boolean test(AccountId account, FannedOut event, Watch watch) {
        return event.event().type().audience() != Audience.OPERATOR
                || watch.ever()
                || subscribes(account, event)
                || wasSent(account, event);
    }

    private boolean subscribes(AccountId account, FannedOut event) {
        return jdbc.sql(SUBSCRIBED)
                .param(account.value())
                .param(Columns.of("text", EventPattern.covering(event.event().type())))
                .query(Boolean.class)
                .single();
    }

    private boolean wasSent(AccountId account, FannedOut event) {
        List<EndpointId> endpoints = jdbc.sql("SELECT id FROM endpoint WHERE account_id = ?")
                .param(account.value())
                .query((row, number) -> new EndpointId(Rows.uuid(row, "id")))
                .list();
        return !deliveries.to(endpoints, event.event().id()).isEmpty();
    }
}
