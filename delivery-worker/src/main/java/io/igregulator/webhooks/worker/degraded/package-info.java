/** Endpoints that keep failing: noticed over a rolling window, announced once per episode to their owner. */
@NullMarked
package io.igregulator.webhooks.worker.degraded;

import org.jspecify.annotations.NullMarked;
