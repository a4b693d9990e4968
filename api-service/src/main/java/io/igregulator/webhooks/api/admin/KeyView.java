package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.ApiKeyStore;
import io.igregulator.webhooks.api.account.KeyTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as the operator sees it: never itself.
 *
 * @param name null without one
 * @param scope {@code read} or {@code write}
 * @param expiresAt null where it does not expire
 * @param lastUsedAt null if it never was; up to a minute behind
 */
record KeyView(
        String id,
        @Nullable String name,
        String scope,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    static KeyView of(ApiKeyStore.IssuedKey key) {
        KeyTerms terms = key.terms();
        return new KeyView(
                key.id().toString(),
                terms.name(),
                terms.scope().wireName(),
                key.createdAt(),
                terms.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }
}
