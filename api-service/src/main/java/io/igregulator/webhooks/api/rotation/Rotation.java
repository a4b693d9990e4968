package io.igregulator.webhooks.api.rotation;

import io.igregulator.webhooks.secret.SecretText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rotation did.
 *
 * @param previousExpiresAt null if no secret was active before
 */
record Rotation(SecretText created, @Nullable Instant previousExpiresAt) {}
