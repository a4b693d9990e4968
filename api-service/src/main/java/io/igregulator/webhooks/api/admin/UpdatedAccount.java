package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.secret.SecretText;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An account after a change.
 *
 * @param notifySecret of a new address, this once
 */
record UpdatedAccount(
        Account account, @Nullable URI notifyUrl, @Nullable SecretText notifySecret) {}
