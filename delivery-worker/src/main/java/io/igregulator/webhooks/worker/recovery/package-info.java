/** Recoveries: the failed deliveries of a span sent once more, then the missed events, as a job that survives its worker. */
@NullMarked
package io.igregulator.webhooks.worker.recovery;

import org.jspecify.annotations.NullMarked;
