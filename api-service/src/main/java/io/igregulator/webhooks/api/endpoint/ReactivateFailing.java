package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.id.EndpointId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A delivered test reactivates an endpoint that became inactive because nothing was delivered. One that its owner set
 * inactive, whose receiver answered 410, or that the operator stopped, stays so.
 */
@Component
public final class ReactivateFailing {
    private static final String FAILING = """
            SELECT EXISTS (
                SELECT FROM endpoint WHERE id = ? AND account_id = ? AND NOT active AND stopped_at IS NULL
                    AND inactive_reason = 'failing')
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final EndpointReader reader;
    private final UpdateEndpoint update;

    ReactivateFailing(
            JdbcClient jdbc, TransactionOperations transaction, EndpointReader reader, UpdateEndpoint update) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.reader = reader;
        this.update = update;
    }

    public void afterDeliveredTest(Caller caller, EndpointId id) {
        // Without a lock first: nearly all tests are sent to active endpoints.
        if (failing(caller, id)) {
            transaction.executeWithoutResult(status -> reactivate(caller, id));
        }
    }

    private void reactivate(Caller caller, EndpointId id) {
        Endpoint current = reader.lock(caller.account(), id);
        if (failing(caller, id)) {
            update.write(caller.actor(), current, current.settings().activated());
        }
    }

    private boolean failing(Caller caller, EndpointId id) {
        return jdbc.sql(FAILING)
                .param(id.value())
                .param(caller.account().value())
                .query(Boolean.class)
                .single();
    }
}
