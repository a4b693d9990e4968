package io.igregulator.webhooks.api.admin;

import static io.igregulator.webhooks.api.admin.AccountFields.DELIVERIES_SUSPENDED;
import static io.igregulator.webhooks.api.admin.AccountFields.NAME;
import static io.igregulator.webhooks.api.admin.AccountFields.PLAN;
import static io.igregulator.webhooks.api.admin.AccountFields.REQUESTS_PER_SECOND;
import static io.igregulator.webhooks.api.admin.AccountFields.SUSPENDED;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.endpoint.NotifyAddress;
import io.igregulator.webhooks.api.endpoint.SuspendDeliveries;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.secret.SecretText;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A change of an account and its audit entry; one that changes nothing leaves no trace. */
@Component
public final class UpdateAccount {
    private final AccountStore accounts;
    private final SuspendDeliveries suspend;
    private final NotifyAddress notify;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    UpdateAccount(
            AccountStore accounts,
            SuspendDeliveries suspend,
            NotifyAddress notify,
            AuditLog audit,
            TransactionOperations transaction,
            InstantSource clock) {
        this.accounts = accounts;
        this.suspend = suspend;
        this.notify = notify;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public AccountView update(Actor actor, AccountId id, JsonBody body) {
        AccountPatch patch = AccountPatch.of(body);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return AccountView.of(update(actor, id, patch, vetted(patch, id), now));
    }

    private @Nullable URI vetted(AccountPatch patch, AccountId account) {
        @Nullable
        String url = patch.notifyUrl() == null ? null : patch.notifyUrl().value();
        if (url == null) {
            return null;
        }
        // The DNS is not asked on behalf of an account that does not exist.
        return notify.vet(AccountFields.NOTIFY_URL, url, accounts.get(account).id());
    }

    /** @param notifyUrl the patch's, vetted, or null if the patch has none */
    private UpdatedAccount update(Actor actor, AccountId id, AccountPatch patch, @Nullable URI notifyUrl, Instant now) {
        return transaction.execute(status -> {
            Account current = accounts.lock(id);
            Account changed = patch.applyTo(current, now);
            Account account = changed.equals(current) ? current : write(actor, current, changed);
            @Nullable SecretText secret = patch.notifyUrl() == null ? null : notify.set(actor, id, notifyUrl);
            return new UpdatedAccount(account, notify.of(id), secret);
        });
    }

    private Account write(Actor actor, Account before, Account after) {
        accounts.update(after);
        if (!Objects.equals(before.deliveriesSuspendedAt(), after.deliveriesSuspendedAt())) {
            suspend.since(after.id(), after.deliveriesSuspendedAt());
        }
        AuditChanges changes = AuditChanges.none()
                .changed(NAME, before.name(), after.name())
                .changed(PLAN, before.plan().wireName(), after.plan().wireName())
                .changed(REQUESTS_PER_SECOND, before.requestsPerSecond(), after.requestsPerSecond())
                .changed(SUSPENDED, before.suspendedAt() != null, after.suspendedAt() != null)
                .changed(
                        DELIVERIES_SUSPENDED,
                        before.deliveriesSuspendedAt() != null,
                        after.deliveriesSuspendedAt() != null);
        audit.write(actor, AuditAction.ACCOUNT_UPDATED, after.id(), after.id(), changes);
        return after;
    }
}
