package io.igregulator.webhooks.api.replay;

import io.igregulator.webhooks.id.ReplayId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * A replay as the operator sees it.
 *
 * @param status {@code queued} until its first step, {@code running}, {@code done} once all it found is in the outbox
 * @param types null for all
 * @param found events of the span when it was asked for
 * @param published those put in the outbox so far
 */
record ReplayView(
        @JsonSerialize(using = ToStringSerializer.class) ReplayId id,
        String status,
        Instant from,
        Instant to,
        @Nullable List<String> types,
        long found,
        long published,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
