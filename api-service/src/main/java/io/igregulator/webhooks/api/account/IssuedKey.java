package io.igregulator.webhooks.api.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key, itself excepted.
 *
 * @param lastUsedAt null if it never was; up to a minute behind
 */
public record IssuedKey(
        KeyId id,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
