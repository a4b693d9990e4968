package io.igregulator.webhooks.api.admin;

import static io.igregulator.webhooks.api.admin.AccountFields.NAME;
import static io.igregulator.webhooks.api.admin.AccountFields.PLAN;
import static io.igregulator.webhooks.api.admin.AccountFields.REQUESTS_PER_SECOND;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.idempotency.Idempotency;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.idempotency.Reply;
import io.igregulator.webhooks.api.web.Given;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.AccountId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A new account and its audit entry. */
@Component
public final class CreateAccount {
    private final AccountStore accounts;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final InstantSource clock;
    private final Idempotency idempotency;

    CreateAccount(
            AccountStore accounts,
            AuditLog audit,
            TransactionOperations transaction,
            InstantSource clock,
            Idempotency idempotency) {
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.idempotency = idempotency;
    }

    /** @return the account, as JSON; a repeat of the request gets the first answer */
    public ResponseEntity<byte[]> create(Actor actor, JsonBody body, IdempotencyKey key) {
        Account account = account(body);
        return idempotency.answer(key.ofOperator(body), () -> {
            create(actor, account);
            return Reply.of(HttpStatus.CREATED, AccountView.of(account, null));
        });
    }

    private Account account(JsonBody body) {
        body.allowOnly(NAME, PLAN, REQUESTS_PER_SECOND);
        return new Account(
                new AccountId(UUID.randomUUID()),
                AccountFields.name(body.required(NAME)),
                AccountFields.plan(body.required(PLAN)),
                body.optional(REQUESTS_PER_SECOND)
                        .map(AccountFields::requestsPerSecond)
                        .map(Given::value)
                        .orElse(null),
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void create(Actor actor, Account account) {
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
