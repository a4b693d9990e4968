package io.igregulator.webhooks.api.operator;

import static io.igregulator.webhooks.api.operator.AccountFields.NAME;
import static io.igregulator.webhooks.api.operator.AccountFields.PLAN;
import static io.igregulator.webhooks.api.operator.AccountFields.REQUESTS_PER_SECOND;
import static io.igregulator.webhooks.api.operator.AccountFields.SUSPENDED;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditAction;
import io.igregulator.webhooks.api.audit.AuditChanges;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.id.AccountId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A change of an account and its audit entry; one that changes nothing leaves no trace. */
@Component
final class UpdateAccount {
    private final AccountStore accounts;
    private final AuditLog audit;
    private final TransactionOperations transaction;

    UpdateAccount(AccountStore accounts, AuditLog audit, TransactionOperations transaction) {
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
    }

    Account update(Actor actor, AccountId id, AccountPatch patch, Instant now) {
        return transaction.execute(status -> {
            Account current = accounts.lock(id);
            Account changed = patch.applyTo(current, now);
            return changed.equals(current) ? current : write(actor, current, changed);
        });
    }

    private Account write(Actor actor, Account before, Account after) {
        accounts.update(after);
        AuditChanges changes = AuditChanges.none()
                .changed(NAME, before.name(), after.name())
                .changed(PLAN, before.plan().wireName(), after.plan().wireName())
                .changed(REQUESTS_PER_SECOND, before.requestsPerSecond(), after.requestsPerSecond())
                .changed(SUSPENDED, before.suspendedAt() != null, after.suspendedAt() != null);
        audit.write(actor, AuditAction.ACCOUNT_UPDATED, after.id(), after.id(), changes);
        return after;
    }
}
