package io.igregulator.webhooks.api.idempotency;

import io.igregulator.webhooks.id.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request, and what makes another one its repeat.
 *
 * @param account whose keys these are, over all of its API keys; null for the operator's
 * @param key empty if it is not going to be repeated
 * @param content all that has to be the same
 */
public record RepeatableRequest(@Nullable AccountId account, Optional<String> key, byte[] content) {}
