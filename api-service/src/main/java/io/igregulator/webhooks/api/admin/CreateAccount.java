package io.igregulator.webhooks.api.admin;

import static io.igregulator.webhooks.api.admin.AccountFields.NAME;
import static io.igregulator.webhooks.api.admin.AccountFields.PLAN;
import static io.igregulator.webhooks.api.admin.AccountFields.REQUESTS_PER_SECOND;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A new account and its audit entry. */
@Component
final class CreateAccount {
    private final AccountStore accounts;
    private final AuditLog audit;
    private final TransactionOperations transaction;

    CreateAccount(AccountStore accounts, AuditLog audit, TransactionOperations transaction) {
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
    }

    void create(Actor actor, Account account) {
        AuditChanges changes = AuditChanges.none()
                .set(NAME, account.name())
                .set(PLAN, account.plan().wireName())
                .changed(REQUESTS_PER_SECOND, null, account.requestsPerSecond());
        transaction.executeWithoutResult(status -> {
            accounts.insert(account);
            audit.write(actor, AuditAction.ACCOUNT_CREATED, account.id(), account.id(), changes);
        });
    }
}
