/** When a restart of the worker would help. */
@NullMarked
package io.igregulator.webhooks.worker.liveness;

import org.jspecify.annotations.NullMarked;
