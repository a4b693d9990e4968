/** Recoveries: the failed deliveries of a span sent once more, as a job that survives whoever runs it. */
@NullMarked
package io.igregulator.webhooks.worker.recovery;

import org.jspecify.annotations.NullMarked;
