package io.igregulator.webhooks.api.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.ApiKey;
import io.igregulator.webhooks.api.account.ApiKeyStore;
import io.igregulator.webhooks.api.account.KeyId;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.AccountId;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/accounts/{account_id}/keys}: issues and revokes API keys. */
@RestController
final class KeyController {
    private static final String KEYS = "/operator/v1/accounts/{account_id}/keys";

    private final AccountStore accounts;
    private final ApiKeyStore keys;
    private final InstantSource clock;
    private final RandomGenerator random;

    KeyController(AccountStore accounts, ApiKeyStore keys, InstantSource clock, RandomGenerator random) {
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    @PostMapping(path = KEYS, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    IssuedKey issue(AccountId account) {
        accounts.get(account);
        KeyId id = new KeyId(UUID.randomUUID());
        ApiKey key = ApiKey.create(random);
        keys.insert(id, account, key, clock.instant());
        return new IssuedKey(id.toString(), key.reveal());
    }

    @DeleteMapping(path = KEYS + "/{key_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(AccountId account, KeyId key) {
        if (!keys.revoke(account, key, clock.instant())) {
            throw NotFound.apiKey();
        }
    }

    /** The one answer that shows a key. */
    record IssuedKey(String id, @JsonProperty("api_key") String apiKey) {
        @Override
        public String toString() {
            return "IssuedKey[id=" + id + "]";
        }
    }
}
