package io.igregulator.webhooks.api.operator;

import io.igregulator.webhooks.api.account.ApiKey;
import io.igregulator.webhooks.api.account.KeyId;

/** A key that was just made, and the one chance to show it. */
record NewKey(KeyId id, ApiKey key) {}
