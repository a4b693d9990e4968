package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.error.QuotaExceeded;
import io.igregulator.webhooks.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Creation: the quota, then everything that makes an endpoint, in one transaction. */
@Component
final class CreateEndpoint {
    private final TransactionOperations transaction;
    private final AccountStore accounts;
    private final EndpointReader endpoints;
    private final InsertEndpoint insert;
    private final AuditLog audit;

    CreateEndpoint(
            TransactionOperations transaction,
            AccountStore accounts,
            EndpointReader endpoints,
            InsertEndpoint insert,
            AuditLog audit) {
        this.transaction = transaction;
        this.accounts = accounts;
        this.endpoints = endpoints;
        this.insert = insert;
        this.audit = audit;
    }

    /** @param settings with a URL that was vetted */
    CreatedEndpoint create(Caller caller, EndpointSettings settings) {
        return transaction.execute(status -> {
            // The plan as it is now, while no other transaction can count.
            Account account = accounts.lock(caller.account());
            requireQuota(account);
            CreatedEndpoint created = insert.insert(account.id(), settings);
            Endpoint endpoint = created.endpoint();
            audit.write(
                    caller, AuditAction.ENDPOINT_CREATED, endpoint.id(), EndpointAudit.created(endpoint.settings()));
            return created;
        });
    }

    private void requireQuota(Account account) {
        account.plan().endpoints().ifPresent(limit -> {
            if (endpoints.count(account.id()) >= limit) {
                throw QuotaExceeded.webhooks(limit);
            }
        });
    }
}
