package io.igregulator.webhooks.api.watchlist;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.OperatorSlug;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes an operator off the caller's watchlist; one that is not on it leaves no trace. */
@Component
final class UnwatchOperator {
    private final TransactionOperations transaction;
    private final WatchlistWriter writer;
    private final AuditLog audit;

    UnwatchOperator(TransactionOperations transaction, WatchlistWriter writer, AuditLog audit) {
        this.transaction = transaction;
        this.writer = writer;
        this.audit = audit;
    }

    void unwatch(Caller caller, OperatorSlug operator) {
        transaction.executeWithoutResult(status -> {
            if (writer.remove(caller.account(), operator)) {
                audit.write(caller, AuditAction.WATCHLIST_REMOVED, operator.value(), AuditChanges.none());
            }
        });
    }
}
