package io.igregulator.webhooks.api.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a key is issued for.
 *
 * @param name for people to know it by; null without one
 * @param expiresAt null where it does not expire
 */
public record KeyTerms(
        @Nullable String name, Scope scope, @Nullable Instant expiresAt) {}
