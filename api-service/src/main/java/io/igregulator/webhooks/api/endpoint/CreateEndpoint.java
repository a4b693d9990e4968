package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.error.QuotaExceeded;
import io.igregulator.webhooks.api.idempotency.Idempotency;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.idempotency.Reply;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.audit.AuditAction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Creation: the quota, then everything that makes an endpoint, in one transaction. */
@Component
public final class CreateEndpoint {
    private final TransactionOperations transaction;
    private final AccountStore accounts;
    private final EndpointReader endpoints;
    private final InsertEndpoint insert;
    private final AuditLog audit;
    private final VetUrl vetUrl;
    private final Idempotency idempotency;

    CreateEndpoint(
            TransactionOperations transaction,
            AccountStore accounts,
            EndpointReader endpoints,
            InsertEndpoint insert,
            AuditLog audit,
            VetUrl vetUrl,
            Idempotency idempotency) {
        this.transaction = transaction;
        this.accounts = accounts;
        this.endpoints = endpoints;
        this.insert = insert;
        this.audit = audit;
        this.vetUrl = vetUrl;
        this.idempotency = idempotency;
    }

    /** @return the endpoint and its secret, as JSON; a repeat of the request gets the first answer */
    public ResponseEntity<byte[]> create(Caller caller, JsonBody body, IdempotencyKey key) {
        NewEndpoint requested = NewEndpoint.of(body);
        return idempotency.answer(
                key.of(caller.account(), body),
                () -> vetUrl.vet(requested.url(), caller.account()),
                url -> answer(create(caller, requested.settings(url))));
    }

    private static Reply answer(CreatedEndpoint created) {
        return Reply.of(HttpStatus.CREATED, EndpointView.of(created))
                .header(HttpHeaders.ETAG, created.endpoint().tag());
    }

    /** @param settings with a URL that was vetted */
    private CreatedEndpoint create(Caller caller, EndpointSettings settings) {
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
