package io.igregulator.webhooks.api.operator;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.id.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/accounts}: accounts, their plans and their suspension. */
@RestController
final class AccountController {
    private static final String ALL = "/operator/v1/accounts";
    private static final String ONE = "/operator/v1/accounts/{account_id}";

    private final AccountStore accounts;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    AccountController(AccountStore accounts, TransactionOperations transaction, InstantSource clock) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AccountView create(JsonBody body) {
        body.allowOnly(AccountFields.NAME, AccountFields.PLAN);
        Account account = new Account(
                new AccountId(UUID.randomUUID()),
                AccountFields.name(body.required(AccountFields.NAME)),
                AccountFields.plan(body.required(AccountFields.PLAN)),
                null,
                now());
        accounts.insert(account);
        return AccountView.of(account);
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    AccountView get(AccountId id) {
        return AccountView.of(accounts.get(id));
    }

    @PatchMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    AccountView update(AccountId id, JsonBody body) {
        AccountPatch patch = AccountPatch.of(body);
        return AccountView.of(transaction.execute(status -> {
            Account changed = patch.applyTo(accounts.lock(id), now());
            accounts.update(changed);
            return changed;
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
