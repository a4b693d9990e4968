package io.igregulator.webhooks.api.watchlist;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.error.QuotaExceeded;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.OperatorSlug;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Adds an operator to the caller's watchlist as far as the plan allows. */
@Component
final class WatchOperator {
    private final TransactionOperations transaction;
    private final AccountStore accounts;
    private final WatchlistReader reader;
    private final WatchlistWriter writer;
    private final AuditLog audit;
    private final InstantSource clock;

    WatchOperator(
            TransactionOperations transaction,
            AccountStore accounts,
            WatchlistReader reader,
            WatchlistWriter writer,
            AuditLog audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.accounts = accounts;
        this.reader = reader;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adding what is there needs neither room nor a registry that knows it.
     *
     * @throws NotFound if the registry does not know the operator
     * @throws QuotaExceeded if the plan has no room for another
     */
    Watching watch(Caller caller, OperatorSlug operator, String field) {
        return transaction.execute(status -> {
            // The plan as it is now, while no other transaction can count.
            Account account = accounts.lock(caller.account());
            return reader.find(account.id(), operator)
                    .map(watched -> new Watching(watched, false))
                    .orElseGet(() -> add(caller, account, operator, field));
        });
    }

    private Watching add(Caller caller, Account account, OperatorSlug operator, String field) {
        requireKnown(operator, field);
        requireQuota(account);
        boolean added = writer.add(account.id(), operator, clock.instant());
        if (added) {
            audit.write(caller, AuditAction.WATCHLIST_ADDED, operator.value(), AuditChanges.none());
        }
        return new Watching(reader.find(account.id(), operator).orElseThrow(), added);
    }

    /** The entry, and whether it is new. */
    record Watching(WatchedOperator operator, boolean added) {}

    private void requireKnown(OperatorSlug operator, String field) {
        if (!reader.isKnown(operator)) {
            throw NotFound.operator(field);
        }
    }

    private void requireQuota(Account account) {
        AccountId id = account.id();
        account.plan().watchedOperators().ifPresent(limit -> {
            if (reader.count(id) >= limit) {
                throw QuotaExceeded.watchlist(limit);
            }
        });
    }
}
