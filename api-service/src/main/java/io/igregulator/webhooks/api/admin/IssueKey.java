package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.ApiKey;
import io.igregulator.webhooks.api.account.ApiKeyStore;
import io.igregulator.webhooks.api.account.KeyTerms;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.idempotency.Idempotency;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.idempotency.Reply;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.KeyId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A new key of an account and its audit entry. */
@Component
public final class IssueKey {
    private final AccountStore accounts;
    private final ApiKeyStore keys;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Idempotency idempotency;

    IssueKey(
            AccountStore accounts,
            ApiKeyStore keys,
            AuditLog audit,
            TransactionOperations transaction,
            InstantSource clock,
            RandomGenerator random,
            Idempotency idempotency) {
        this.accounts = accounts;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.random = random;
        this.idempotency = idempotency;
    }

    /** @return the key, as JSON; a repeat of the request gets the first answer */
    public ResponseEntity<byte[]> issue(Actor actor, AccountId account, JsonBody body, IdempotencyKey key) {
        // Within the effect: a repeat gets the first answer even if its time has come since.
        return idempotency.answer(key.ofOperator(body), () -> {
            KeyTerms terms = KeyFields.terms(body, clock.instant());
            return Reply.of(HttpStatus.CREATED, ShownKey.of(issue(actor, account, terms)));
        });
    }

    private NewKey issue(Actor actor, AccountId account, KeyTerms terms) {
        NewKey created = new NewKey(new KeyId(UUID.randomUUID()), ApiKey.create(random));
        transaction.executeWithoutResult(status -> {
            accounts.get(account);
            keys.insert(created.id(), account, created.key(), terms, clock.instant());
            audit.write(actor, AuditAction.KEY_ISSUED, account, created.id(), changes(terms));
        });
        return created;
    }

    /** Of a name only that there is one: people put all kinds of things into free text. */
    private static AuditChanges changes(KeyTerms terms) {
        @Nullable Instant expiresAt = terms.expiresAt();
        return AuditChanges.none()
                .touched(KeyFields.NAME, null, terms.name())
                .set(KeyFields.SCOPE, terms.scope().wireName())
                .changed(KeyFields.EXPIRES_AT, null, expiresAt == null ? null : expiresAt.toString());
    }

    /** A key that was just made, and the one chance to show it. */
    private record NewKey(KeyId id, ApiKey key) {}

    /** The one answer that shows a key. */
    record ShownKey(String id, String apiKey) {
        private static ShownKey of(NewKey created) {
            return new ShownKey(created.id().toString(), created.key().reveal());
        }

        @Override
        public String toString() {
            return "ShownKey[id=" + id + "]";
        }
    }
}
