package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.ApiKeyStore;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.KeyId;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The end of a key and its audit entry; a key that is revoked already leaves no second one. */
@Component
public final class RevokeKey {
    private final ApiKeyStore keys;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    RevokeKey(ApiKeyStore keys, AuditLog audit, TransactionOperations transaction, InstantSource clock) {
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void revoke(Actor actor, AccountId account, KeyId key) {
        transaction.executeWithoutResult(status -> {
            switch (keys.revoke(account, key, clock.instant())) {
                case REVOKED -> audit.write(actor, AuditAction.KEY_REVOKED, account, key, AuditChanges.none());
                case REVOKED_BEFORE -> {}
                case UNKNOWN -> throw NotFound.apiKey();
            }
        });
    }
}
