package io.igregulator.webhooks.api.explain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account watched an event's operator.
 *
 * @param then when the event was stored
 * @param ever whether it does now, or did in a span that is still known
 * @param added the last time until then
 * @param removed the last time until then
 * @param removedLater the first time after then
 */
record Watch(
        boolean then,
        boolean ever,
        @Nullable Instant added,
        @Nullable Instant removed,
        @Nullable Instant removedLater) {
    /** Of an event that is not about an operator. */
    static final Watch NONE = new Watch(false, false, null, null, null);
}
