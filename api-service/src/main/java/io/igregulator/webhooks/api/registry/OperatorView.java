package io.igregulator.webhooks.api.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the registry knows of an operator.
 *
 * @param statusAt when the status was so
 */
record OperatorView(
        String slug,
        @Nullable String id,
        @Nullable String displayName,
        @Nullable String country,
        @Nullable String licenseStatus,
        @Nullable String jurisdictionCode,
        @Nullable Instant statusAt,
        Instant updatedAt) {}
