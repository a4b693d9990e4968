package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.FindAccounts;
import io.igregulator.webhooks.api.endpoint.NotifyAddress;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.id.AccountId;
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

    AccountController(
            CreateAccount createAccount,
            UpdateAccount updateAccount,
            AccountStore accounts,
            FindAccounts findAccounts,
            NotifyAddress notify) {
        this.createAccount = createAccount;
        this.updateAccount = updateAccount;
        this.accounts = accounts;
        this.findAccounts = findAccounts;
        this.notify = notify;
    }

    @PostMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(Actor actor, JsonBody body, IdempotencyKey key) {
        return createAccount.create(actor, body, key);
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
        return updateAccount.update(actor, id, body);
    }
}
