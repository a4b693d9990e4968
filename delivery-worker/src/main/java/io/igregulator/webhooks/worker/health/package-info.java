/** Whether this worker is doing its work, for readiness. */
@NullMarked
package io.igregulator.webhooks.worker.health;

import org.jspecify.annotations.NullMarked;
