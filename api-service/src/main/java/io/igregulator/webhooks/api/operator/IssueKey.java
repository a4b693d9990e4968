package io.igregulator.webhooks.api.operator;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.ApiKey;
import io.igregulator.webhooks.api.account.ApiKeyStore;
import io.igregulator.webhooks.api.account.KeyId;
import io.igregulator.webhooks.api.audit.AuditAction;
import io.igregulator.webhooks.api.audit.AuditChanges;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.id.AccountId;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A new key of an account and its audit entry. */
@Component
final class IssueKey {
    private final AccountStore accounts;
    private final ApiKeyStore keys;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final InstantSource clock;
    private final RandomGenerator random;

    IssueKey(
            AccountStore accounts,
            ApiKeyStore keys,
            AuditLog audit,
            TransactionOperations transaction,
            InstantSource clock,
            RandomGenerator random) {
        this.accounts = accounts;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.random = random;
    }

    NewKey issue(Actor actor, AccountId account) {
        NewKey created = new NewKey(new KeyId(UUID.randomUUID()), ApiKey.create(random));
        transaction.executeWithoutResult(status -> {
            accounts.get(account);
            keys.insert(created.id(), account, created.key(), clock.instant());
            audit.write(actor, AuditAction.KEY_ISSUED, account, created.id(), AuditChanges.none());
        });
        return created;
    }
}
