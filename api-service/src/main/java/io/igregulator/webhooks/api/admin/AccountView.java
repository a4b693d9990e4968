package io.igregulator.webhooks.api.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.secret.SecretText;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as the operator sees it.
 *
 * @param notifySecret in the answer that made the address only
 */
public record AccountView(
        String id,
        String name,
        String plan,
        @Nullable Integer requestsPerSecond,
        boolean suspended,
        @Nullable Instant suspendedAt,
        boolean deliveriesSuspended,
        @Nullable Instant deliveriesSuspendedAt,
        @Nullable String notifyUrl,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notifySecret) {
    static AccountView of(UpdatedAccount updated) {
        SecretText secret = updated.notifySecret();
        return of(updated.account(), updated.notifyUrl(), secret == null ? null : secret.reveal());
    }

    static AccountView of(Account account, @Nullable URI notifyUrl) {
        return of(account, notifyUrl, null);
    }

    private static AccountView of(Account account, @Nullable URI notifyUrl, @Nullable String notifySecret) {
        return new AccountView(
                account.id().toString(),
                account.name(),
                account.plan().wireName(),
                account.requestsPerSecond(),
                account.suspendedAt() != null,
                account.suspendedAt(),
                account.deliveriesSuspendedAt() != null,
                account.deliveriesSuspendedAt(),
                notifyUrl == null ? null : notifyUrl.toString(),
                account.createdAt(),
                notifySecret);
    }

    @Override
    public String toString() {
        return "AccountView[id=" + id + "]";
    }
}
