package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.FindAccounts;
import io.igregulator.webhooks.api.endpoint.NotifyAddress;
import io.igregulator.webhooks.api.idempotency.Idempotency;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.idempotency.Reply;
import io.igregulator.webhooks.api.web.Given;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.id.AccountId;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/accounts}: accounts, their plans and their suspension. */
@RestController
final class AccountController {
    private static final String ALL = "/operator/v1/accounts";
    private static final String ONE = "/operator/v1/accounts/{account_id}";

    private final CreateAccount createAccount;
    private final UpdateAccount updateAccount;
    private final AccountStore accounts;
    private final FindAccounts findAccounts;
    private final NotifyAddress notify;
    private final InstantSource clock;
    private final Idempotency idempotency;

    AccountController(
            CreateAccount createAccount,
            UpdateAccount updateAccount,
            AccountStore accounts,
            FindAccounts findAccounts,
            NotifyAddress notify,
            InstantSource clock,
            Idempotency idempotency) {
        this.createAccount = createAccount;
        this.updateAccount = updateAccount;
        this.accounts = accounts;
        this.findAccounts = findAccounts;
        this.notify = notify;
        this.clock = clock;
        this.idempotency = idempotency;
    }

    @PostMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(Actor actor, JsonBody body, IdempotencyKey key) {
        Account account = account(body);
        return idempotency.answer(key.ofOperator(body), () -> {
            createAccount.create(actor, account);
            return Reply.of(HttpStatus.CREATED, AccountView.of(account, null));
        });
    }

    private Account account(JsonBody body) {
        body.allowOnly(AccountFields.NAME, AccountFields.PLAN, AccountFields.REQUESTS_PER_SECOND);
        return new Account(
                new AccountId(UUID.randomUUID()),
                AccountFields.name(body.required(AccountFields.NAME)),
                AccountFields.plan(body.required(AccountFields.PLAN)),
                body.optional(AccountFields.REQUESTS_PER_SECOND)
                        .map(AccountFields::requestsPerSecond)
                        .map(Given::value)
                        .orElse(null),
                null,
                null,
                now());
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    AccountPage find(
            @Takes({AccountQuery.Q, QueryParameters.CURSOR, QueryParameters.LIMIT}) QueryParameters parameters) {
        return AccountQuery.of(parameters).run(findAccounts, notify);
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    AccountView get(AccountId id) {
        return AccountView.of(accounts.get(id), notify.of(id));
    }

    @PatchMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    AccountView update(Actor actor, AccountId id, JsonBody body) {
        AccountPatch patch = AccountPatch.of(body);
        return AccountView.of(updateAccount.update(actor, id, patch, vetted(patch, id), now()));
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
