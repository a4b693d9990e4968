package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.ApiKeyStore;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.web.OptionalBody;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.KeyId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/accounts/{account_id}/keys}: issues, lists and revokes API keys. */
@RestController
final class KeyController {
    private static final String KEYS = "/operator/v1/accounts/{account_id}/keys";

    private final IssueKey issueKey;
    private final RevokeKey revokeKey;
    private final AccountStore accounts;
    private final ApiKeyStore keys;

    KeyController(IssueKey issueKey, RevokeKey revokeKey, AccountStore accounts, ApiKeyStore keys) {
        this.issueKey = issueKey;
        this.revokeKey = revokeKey;
        this.accounts = accounts;
        this.keys = keys;
    }

    @PostMapping(path = KEYS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> issue(Actor actor, AccountId account, OptionalBody body, IdempotencyKey key) {
        return issueKey.issue(actor, account, body.json(), key);
    }

    @GetMapping(path = KEYS, produces = MediaType.APPLICATION_JSON_VALUE)
    KeyList list(AccountId account) {
        accounts.get(account);
        return new KeyList(keys.list(account).stream().map(KeyView::of).toList());
    }

    @DeleteMapping(path = KEYS + "/{key_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, AccountId account, KeyId key) {
        accounts.get(account);
        revokeKey.revoke(actor, account, key);
    }

    /** Oldest first, the revoked ones too. */
    record KeyList(List<KeyView> keys) {}
}
