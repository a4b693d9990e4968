package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditAction;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.error.QuotaExceeded;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Creation: the URL first, then the quota, then everything that makes an endpoint in one transaction. */
@Component
final class CreateEndpoint {
    private final VetUrl vetUrl;
    private final TransactionOperations transaction;
    private final AccountStore accounts;
    private final EndpointReader endpoints;
    private final InsertEndpoint insert;
    private final AuditLog audit;

    CreateEndpoint(
            VetUrl vetUrl,
            TransactionOperations transaction,
            AccountStore accounts,
            EndpointReader endpoints,
            InsertEndpoint insert,
            AuditLog audit) {
        this.vetUrl = vetUrl;
        this.transaction = transaction;
        this.accounts = accounts;
        this.endpoints = endpoints;
        this.insert = insert;
        this.audit = audit;
    }

    CreatedEndpoint create(Caller caller, NewEndpoint requested) {
        URI url = vetUrl.vet(requested.url(), caller.account());
        return transaction.execute(status -> {
            // The plan as it is now, and nobody else counting meanwhile.
            Account account = accounts.lock(caller.account());
            requireQuota(account);
            CreatedEndpoint created = insert.insert(account.id(), requested.settings(url));
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
