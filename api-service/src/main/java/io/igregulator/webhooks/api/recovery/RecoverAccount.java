package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.JsonField;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Starts a recovery for each of an account's endpoints, or for those that are named; all of them or none. */
@Component
final class RecoverAccount {
    static final String WEBHOOKS = "webhooks";

    private static final int MOST = 100;
    private static final String ACTIVE = """
            SELECT id FROM endpoint WHERE account_id = ? AND active ORDER BY id LIMIT ?
            """;
    private static final String NAMED = """
            SELECT id FROM endpoint WHERE account_id = ? AND id = ANY (?) ORDER BY id
            """;

    private final TransactionOperations transaction;
    private final StartRecovery start;
    private final JdbcClient jdbc;

    RecoverAccount(TransactionOperations transaction, StartRecovery start, JdbcClient jdbc) {
        this.transaction = transaction;
        this.start = start;
        this.jdbc = jdbc;
    }

    List<RecoveryView> start(Caller caller, Optional<JsonField> webhooks, RecoveryRequest request, Instant now) {
        Optional<Set<EndpointId>> named = webhooks.map(RecoverAccount::ids);
        return transaction.execute(status -> {
            List<EndpointId> endpoints =
                    named.map(ids -> named(caller.account(), ids)).orElseGet(() -> active(caller.account()));
            // By id, so that two requests lock the same endpoints in the same order.
            return endpoints.stream()
                    .map(endpoint -> start.start(caller, endpoint, request, now))
                    .toList();
        });
    }

    /** What cannot be an id is as unknown as any other. */
    private static Set<EndpointId> ids(JsonField field) {
        List<String> texts = field.texts();
        if (texts.isEmpty() || texts.size() > MOST) {
            throw InvalidRequest.field(
                    WEBHOOKS,
                    "'" + WEBHOOKS + "' does not name 1 to " + MOST + " webhooks",
                    "all active ones without it");
        }
        Set<EndpointId> ids = new LinkedHashSet<>();
        for (String text : texts) {
            try {
                ids.add(EndpointId.parse(text));
            } catch (IllegalArgumentException e) {
                throw NotFound.webhook();
            }
        }
        return ids;
    }

    private List<EndpointId> named(AccountId account, Set<EndpointId> ids) {
        List<EndpointId> known = jdbc.sql(NAMED)
                .param(account.value())
                .param(Columns.of("uuid", ids, EndpointId::value))
                .query(RecoverAccount::id)
                .list();
        if (known.size() < ids.size()) {
            throw NotFound.webhook();
        }
        return known;
    }

    private List<EndpointId> active(AccountId account) {
        List<EndpointId> active = jdbc.sql(ACTIVE)
                .param(account.value())
                .param(MOST + 1)
                .query(RecoverAccount::id)
                .list();
        if (active.size() > MOST) {
            throw InvalidRequest.field(
                    WEBHOOKS,
                    "the account has more than " + MOST + " active webhooks",
                    "name at most " + MOST + " of them in each request");
        }
        return active;
    }

    private static EndpointId id(ResultSet row, int number) throws SQLException {
        return new EndpointId(Rows.uuid(row, "id"));
    }
}
